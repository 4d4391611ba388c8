package io.marquee.identity.administration;

import java.util.List;
import java.util.Set;

import io.marquee.identity.account.Account;
import io.marquee.identity.account.Accounts;
import io.marquee.identity.account.Person;
import io.marquee.identity.keycloak.KeycloakRoles;
import io.marquee.identity.keycloak.KeycloakUser;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.platform.web.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Opens accounts for people who are in Keycloak and never came here: demo users, those
 * made in its console. Several replicas may do it at once.
 */
@Component
class AdoptingPeople {

	private static final Logger log = LoggerFactory.getLogger(AdoptingPeople.class);

	private static final int PAGE = 100;

	private final Directory directory;

	private final Accounts accounts;

	private final KeycloakUsers users;

	private final KeycloakRoles roles;

	private long complete = -1;

	AdoptingPeople(Directory directory, Accounts accounts, KeycloakUsers users, KeycloakRoles roles) {
		this.directory = directory;
		this.accounts = accounts;
		this.users = users;
		this.roles = roles;
	}

	@Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1M")
	void adopt() {
		try {
			openMissing();
			putOldOnesRight();
		}
		catch (ApiException ex) {
			log.info("Keycloak cannot be asked for people without an account: {}", ex.code());
		}
	}

	private void openMissing() {
		long inKeycloak = this.users.count();
		if (inKeycloak == this.complete || inKeycloak == this.directory.count()) {
			return;
		}
		List<KeycloakUser> page = this.users.page(0, PAGE);
		for (int first = PAGE; !page.isEmpty(); first += PAGE) {
			Set<String> known = this.directory.known(page.stream().map(KeycloakUser::id).toList());
			page.stream().filter((user) -> !known.contains(user.id())).forEach(this::open);
			page = this.users.page(first, PAGE);
		}
		this.complete = inKeycloak;
	}

	private void open(KeycloakUser user) {
		Person person = Person.of(user, this.roles.of(user.id()));
		if (person != null) {
			this.accounts.open(person, null);
		}
	}

	/** Accounts from before roles and search words were kept. */
	private void putOldOnesRight() {
		for (Account account : this.directory.withoutTerms(PAGE)) {
			this.users.withId(account.id())
				.map((user) -> Person.of(user, this.roles.of(user.id())))
				.ifPresent(this.accounts::signedIn);
		}
	}

}
