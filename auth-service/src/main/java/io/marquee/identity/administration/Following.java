package io.marquee.identity.administration;

import java.util.Optional;

import io.marquee.identity.account.Account;
import io.marquee.identity.keycloak.KeycloakRoles;
import io.marquee.identity.keycloak.KeycloakSessions;
import io.marquee.identity.keycloak.KeycloakUsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes Keycloak follow what was decided here: at once after the decision, and by
 * sweeping what a crash or an outage of Keycloak left.
 */
@Component
class Following {

	private static final Logger log = LoggerFactory.getLogger(Following.class);

	private final Decisions decisions;

	private final KeycloakUsers users;

	private final KeycloakRoles roles;

	private final KeycloakSessions sessions;

	Following(Decisions decisions, KeycloakUsers users, KeycloakRoles roles, KeycloakSessions sessions) {
		this.decisions = decisions;
		this.users = users;
		this.roles = roles;
		this.sessions = sessions;
	}

	/**
	 * Tries to tell Keycloak. Should it fail, the decision stands all the same.
	 */
	void follow(Account account) {
		try {
			tell(account);
		}
		catch (RuntimeException ex) {
			log.warn("Keycloak has yet to follow what was decided about {}: {}", account.id(), ex.toString());
		}
	}

	@Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
	void sweep() {
		Optional<Account> due = this.decisions.takeDue();
		while (due.isPresent()) {
			follow(due.get());
			due = this.decisions.takeDue();
		}
	}

	private void tell(Account account) {
		Account.Pending pending = account.pending();
		if (pending == null) {
			return;
		}
		// A blocked user is not disabled in Keycloak: it says so of a disabled one before
		// it looks at the password, and would tell strangers who is blocked. No token
		// comes out of it but through this service, which asks the account.
		if (pending.endSessions()) {
			this.sessions.endAll(account.id());
		}
		if (pending.roles() != null && this.users.withId(account.id()).isPresent()) {
			this.roles.set(account.id(), pending.roles());
		}
		this.decisions.followed(account, pending);
	}

}
