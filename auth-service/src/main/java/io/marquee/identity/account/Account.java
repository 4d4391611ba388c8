package io.marquee.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.marquee.platform.events.OutboxEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is kept about a person beside Keycloak. E-mail address, name, username and roles
 * are copies, put right at every sign-in; Keycloak decides them.
 *
 * @param id the subject of the person's tokens
 * @param email the e-mail address
 * @param fullName the name
 * @param username a chosen name
 * @param phone a telephone number
 * @param address a postal address, as the person wrote it
 * @param language the language mails are written in, as a BCP 47 tag
 * @param profilePicture where a picture of the person is
 * @param roles the realm roles, in alphabetical order
 * @param blocked whether an admin shut the account
 * @param block by whom and why, while it is
 * @param createdAt when it was opened
 * @param updatedAt when it last changed
 * @param outbox events on their way to Kafka
 * @param terms the words an admin finds the person by
 * @param pending what is decided here and not yet done in Keycloak
 */
@Document(Account.COLLECTION)
public record Account(@Id String id, String email, String fullName, @Nullable String username, @Nullable String phone,
		@Nullable String address, String language, @Nullable String profilePicture, List<String> roles, boolean blocked,
		@Nullable Block block, Instant createdAt, Instant updatedAt, List<OutboxEntry> outbox, List<String> terms,
		@Nullable Pending pending) {

	/** The collection. */
	public static final String COLLECTION = "accounts";

	static final String DEFAULT_LANGUAGE = "en";

	public Account {
		// Accounts from before these were kept have none.
		roles = Objects.requireNonNullElse(roles, List.of());
		terms = Objects.requireNonNullElse(terms, List.of());
	}

	static Account opened(Person person, @Nullable String phone, Instant now, OutboxEntry registered) {
		return new Account(person.id(), person.email(), person.fullName(), person.username(), phone, null,
				DEFAULT_LANGUAGE, null, person.roles(), false, null, now, now, List.of(registered),
				SearchTerms.of(person), null);
	}

	boolean describes(Person person) {
		return this.email.equals(person.email()) && this.fullName.equals(person.fullName())
				&& Objects.equals(this.username, person.username()) && this.roles.equals(person.roles())
				&& this.terms.equals(SearchTerms.of(person));
	}

	@Override
	public String toString() {
		return "Account[" + this.id + "]";
	}

	/**
	 * Why an account is shut.
	 *
	 * @param reason in the admin's words
	 * @param by the admin's id
	 * @param at when
	 */
	public record Block(String reason, String by, Instant at) {
	}

	/**
	 * What Keycloak has yet to be told.
	 *
	 * @param change names the latest of these decisions
	 * @param dueAt when to try again, should it not be done by then
	 * @param endSessions whether all sessions are to be ended
	 * @param roles the roles the person is to have; null if they stay
	 */
	public record Pending(String change, Instant dueAt, Boolean endSessions, @Nullable List<String> roles) {

		public Pending {
			// Each decision writes its own fields only.
			endSessions = Objects.requireNonNullElse(endSessions, false);
		}

	}

}
