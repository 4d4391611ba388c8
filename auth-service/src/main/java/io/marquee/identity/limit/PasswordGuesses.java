package io.marquee.identity.limit;

import java.util.function.Consumer;
import java.util.function.Supplier;

import io.marquee.identity.EmailAddress;
import io.marquee.platform.web.ApiException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Service;

/**
 * Bounds guesses at an account's password, whether there is such an account or not. Wrong
 * ones count for account and client together, so that nobody shuts out the owner, who is
 * somewhere else; and for the account alone against guessing from many places. When that
 * is exhausted, clients from which the account was signed in to lately may still try.
 */
@Service
public class PasswordGuesses {

	private final Limits limits;

	private final FamiliarClients familiar;

	private final EvenFailures failures;

	private final HttpServletRequest request;

	PasswordGuesses(Limits limits, FamiliarClients familiar, EvenFailures failures, HttpServletRequest request) {
		this.limits = limits;
		this.familiar = familiar;
		this.failures = failures;
		this.request = request;
	}

	/**
	 * Makes a guess.
	 * @param <T> what a right guess brings
	 * @param account the address of the account
	 * @param guess the guess; a wrong one throws an {@link ApiException} with a status of
	 * 4xx
	 * @return what it brought
	 * @throws ApiException 429 if there were too many
	 */
	public <T> T guess(EmailAddress account, Supplier<T> guess) {
		return this.failures.even(() -> limited(account, guess));
	}

	/**
	 * Makes a guess that brings nothing but that it was right.
	 * @param account the address of the account
	 * @param guess the guess; a wrong one throws an {@link ApiException} with a status of
	 * 4xx
	 * @throws ApiException 429 if there were too many
	 */
	public void guess(EmailAddress account, Consumer<EmailAddress> guess) {
		guess(account, () -> {
			guess.accept(account);
			return account;
		});
	}

	private <T> T limited(EmailAddress account, Supplier<T> guess) {
		String here = here(account);
		Supplier<T> guessHere = () -> this.limits.guess(Limit.WRONG_PASSWORD, here, guess);
		T right = this.familiar.contain(here) ? guessHere.get()
				: this.limits.guess(Limit.WRONG_PASSWORD_ANYWHERE, account.value(), guessHere);
		this.familiar.add(here);
		return right;
	}

	/**
	 * The owner has proven themselves by other means than the password.
	 * @param account the address of the account
	 */
	public void forgive(EmailAddress account) {
		this.limits.clear(Limit.WRONG_PASSWORD_ANYWHERE, account.value());
		this.limits.clear(Limit.WRONG_PASSWORD, here(account));
	}

	private String here(EmailAddress account) {
		return account.value() + "|" + Client.of(this.request).network();
	}

}
