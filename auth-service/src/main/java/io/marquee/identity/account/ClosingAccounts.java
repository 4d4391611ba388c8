package io.marquee.identity.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.platform.web.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Closes accounts. Once it is written down, it happens, whatever becomes of this process:
 * every step after that can be taken again, and a sweep takes those that are left.
 */
@Service
public class ClosingAccounts {

	private static final Logger log = LoggerFactory.getLogger(ClosingAccounts.class);

	/** Longer than the steps of one account last. */
	private static final Duration LEASE = Duration.ofSeconds(30);

	private static final int AT_ONCE = 100;

	private final People people;

	private final ClosedAccounts closed;

	private final KeycloakUsers keycloak;

	private final List<PersonalData> held;

	ClosingAccounts(People people, ClosedAccounts closed, KeycloakUsers keycloak, List<PersonalData> held) {
		this.people = people;
		this.closed = closed;
		this.keycloak = keycloak;
		this.held = held;
	}

	/**
	 * Closes somebody's account for good: their tokens are worthless, they cannot log in,
	 * their address is free, and every service removes what it holds about them. With the
	 * return of this method that is certain, though not all of it done.
	 * @param userId whose
	 * @throws ApiException 404 if there is no such user, or no longer
	 */
	public void close(String userId) {
		Account account = this.people.find(userId)
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "USER_NOT_FOUND", "There is no such user"));
		this.closed.close(account);
		try {
			this.closed.take(userId, LEASE).ifPresent(this::erase);
		}
		catch (DataAccessException ex) {
			log.warn("The rest of account {} is erased later: {}", userId, ex.getMessage());
		}
	}

	@Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
	void sweep() {
		for (int i = 0; i < AT_ONCE; i++) {
			Optional<DataSubject> next = this.closed.takeNext(LEASE);
			if (next.isEmpty()) {
				return;
			}
			erase(next.get());
		}
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
	void forget() {
		this.closed.forget();
	}

	private void erase(DataSubject subject) {
		try {
			this.keycloak.delete(subject.userId());
			this.held.forEach((data) -> data.erase(subject));
			this.closed.erased(subject.userId());
		}
		catch (RuntimeException ex) {
			log.warn("The rest of account {} is erased later: {}", subject.userId(), ex.getMessage());
		}
	}

}
