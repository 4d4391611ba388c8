package io.marquee.identity.administration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.marquee.identity.keycloak.KeycloakRoles;
import io.marquee.identity.keycloak.KeycloakUser;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Sees to it that there is always somebody who can act as an admin, whatever admins do to
 * each other at the same time.
 */
@Service
public class Admins {

	/** Longer than any attempt to have somebody leave. */
	private static final Duration FORGOTTEN = Duration.ofMinutes(2);

	private static final int ATTEMPTS = 20;

	private final AdminSets admins;

	private final Directory directory;

	private final KeycloakUsers users;

	private final KeycloakRoles roles;

	private final Clock clock;

	Admins(AdminSets admins, Directory directory, KeycloakUsers users, KeycloakRoles roles, Clock clock) {
		this.admins = admins;
		this.directory = directory;
		this.users = users;
		this.roles = roles;
		this.clock = clock;
	}

	/**
	 * Does something after which somebody can no longer act as an admin, if they could:
	 * blocking, demoting, closing the account. Once it returns, the account must say so.
	 * @param <T> what it brings
	 * @param userId who
	 * @param step what to do
	 * @return what it brought
	 * @throws ApiException 409 if nobody else could act as one
	 */
	public <T> T without(String userId, Supplier<T> step) {
		AdminSet.Leaving leaving = new AdminSet.Leaving(UUID.randomUUID().toString(), userId, now());
		boolean upToDate = false;
		for (int i = 0; !this.admins.leave(leaving, upToDate); i++) {
			if (upToDate || i == ATTEMPTS) {
				throw new ApiException(HttpStatus.CONFLICT, "LAST_ADMIN",
						"Nobody else could act as an admin; make somebody else one first");
			}
			upToDate = bringUpToDate(this.admins.get());
		}
		try {
			return step.get();
		}
		finally {
			this.admins.left(leaving);
		}
	}

	/**
	 * Looks the admins up anew: those whom Keycloak's console made admins, or made none.
	 * What is decided here needs no such look.
	 */
	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10M")
	void bringUpToDate() {
		bringUpToDate(this.admins.get());
	}

	private boolean bringUpToDate(AdminSet known) {
		Instant forgotten = now().minus(FORGOTTEN);
		Set<String> leaving = known.leaving()
			.stream()
			.filter((entry) -> !entry.at().isBefore(forgotten))
			.map(AdminSet.Leaving::userId)
			.collect(Collectors.toSet());
		List<String> members = this.directory.unblockedAdmins()
			.stream()
			.filter((id) -> !leaving.contains(id) && confirmedByKeycloak(id))
			.toList();
		return this.admins.replace(known, members, forgotten);
	}

	private boolean confirmedByKeycloak(String id) {
		return this.users.withId(id).filter(KeycloakUser::enabled).isPresent() && this.roles.of(id).contains("admin");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
