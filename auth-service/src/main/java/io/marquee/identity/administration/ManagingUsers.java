package io.marquee.identity.administration;

import java.util.List;
import java.util.Optional;

import io.marquee.identity.account.Account;
import io.marquee.identity.account.ClosingAccounts;
import io.marquee.identity.account.People;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * What admins do about people. Each decision stands once it is written to the account,
 * whether Keycloak is up or not; doing the same again changes nothing.
 */
@Service
public class ManagingUsers {

	private static final Logger log = LoggerFactory.getLogger(ManagingUsers.class);

	private final Directory directory;

	private final People people;

	private final Decisions decisions;

	private final Admins admins;

	private final Following following;

	private final ClosingAccounts closing;

	ManagingUsers(Directory directory, People people, Decisions decisions, Admins admins, Following following,
			ClosingAccounts closing) {
		this.directory = directory;
		this.people = people;
		this.decisions = decisions;
		this.admins = admins;
		this.following = following;
		this.closing = closing;
	}

	/**
	 * Lists people.
	 * @param search which
	 * @param paging which page, in which order
	 * @return the page
	 */
	public PageView<Account> list(UserSearch search, Paging paging) {
		return this.directory.find(search, paging);
	}

	/**
	 * Finds somebody.
	 * @param id who
	 * @return the account
	 * @throws ApiException 404 if there is none
	 */
	public Account get(String id) {
		return this.people.find(id)
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "USER_NOT_FOUND", "There is no such user"));
	}

	/**
	 * Shuts somebody out: their tokens are refused, and they get no new ones.
	 * @param id who
	 * @param reason why
	 * @param by which admin says so
	 * @return the account
	 * @throws ApiException 404 if there is none, 409 if it is the last admin's
	 */
	public Account block(String id, String reason, String by) {
		if (get(id).blocked()) {
			return get(id);
		}
		return followed(id, this.admins.without(id, () -> this.decisions.block(id, reason, by)));
	}

	/**
	 * Lets somebody in again. They have to sign in anew.
	 * @param id who
	 * @return the account
	 * @throws ApiException 404 if there is none
	 */
	public Account unblock(String id) {
		return get(id).blocked() ? followed(id, this.decisions.unblock(id)) : get(id);
	}

	/**
	 * Gives somebody a role, and what goes with it.
	 * @param id who
	 * @param role the highest role they are to have
	 * @return the account
	 * @throws ApiException 404 if there is none, 409 if it is the last admin's
	 */
	public Account giveRole(String id, Role role) {
		get(id);
		return followed(id, (role == Role.ADMIN) ? this.decisions.giveRoles(id, role.roles())
				: this.admins.without(id, () -> this.decisions.giveRoles(id, role.roles())));
	}

	/**
	 * Closes somebody's account for good.
	 * @param id whose
	 * @throws ApiException 404 if there is none, 409 if it is the last admin's
	 */
	public void close(String id) {
		get(id);
		this.admins.without(id, () -> {
			this.closing.close(id);
			return id;
		});
	}

	/**
	 * Blocks or unblocks many; what goes wrong with one stops no other.
	 * @param ids who
	 * @param block whether to block them
	 * @param reason why
	 * @param by which admin says so
	 * @return what came of each, in their order
	 */
	public List<Outcome> toggle(List<String> ids, boolean block, String reason, String by) {
		return ids.stream().distinct().map((id) -> {
			try {
				Account account = block ? block(id, reason, by) : unblock(id);
				return new Outcome(account.id(), true, null, block ? "Blocked" : "Unblocked");
			}
			catch (ApiException ex) {
				return new Outcome(id, false, ex.code(), ex.message());
			}
			catch (RuntimeException ex) {
				log.error("One user of many could not be blocked or unblocked", ex);
				return new Outcome(id, false, "INTERNAL_ERROR", "Something went wrong; please try again");
			}
		}).toList();
	}

	private Account followed(String id, Optional<Account> decided) {
		decided.ifPresent(this.following::follow);
		return decided.orElseGet(() -> get(id));
	}

	/**
	 * What came of one of many.
	 *
	 * @param userId who
	 * @param success whether it is as asked for
	 * @param code why not
	 * @param message the same for people
	 */
	public record Outcome(String userId, boolean success, @Nullable String code, String message) {

	}

}
