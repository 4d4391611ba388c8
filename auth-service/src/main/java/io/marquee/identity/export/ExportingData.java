package io.marquee.identity.export;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.account.Account;
import io.marquee.identity.account.AccountData;
import io.marquee.identity.account.DataSubject;
import io.marquee.identity.account.PersonalData;
import io.marquee.identity.keycloak.KeycloakSessions;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Gathers everything that is held about somebody: here, in Keycloak and in the other
 * services, all at once. One that does not answer makes the whole fail: what looks
 * complete must be complete.
 */
@Component
public class ExportingData {

	/**
	 * Of 500 items at most. Hardly anybody has as many, and nobody's must fill the
	 * memory.
	 */
	private static final int PAGES = 20;

	private final KeycloakUsers users;

	private final KeycloakSessions sessions;

	private final List<PersonalData> held;

	private final List<Service> services;

	private final Clock clock;

	ExportingData(KeycloakUsers users, KeycloakSessions sessions, List<PersonalData> held, BookingClient bookings,
			OffersClient offers, NotificationClient notifications, Clock clock) {
		this.users = users;
		this.sessions = sessions;
		this.held = held;
		this.services = List.of(new Service("bookings", bookings), new Service("redemptions", offers),
				new Service("notifications", notifications));
		this.clock = clock;
	}

	/**
	 * Gathers it.
	 * @param account whose
	 * @return the export, by kind
	 * @throws ApiException 503 if anybody does not answer
	 */
	public Map<String, Object> of(Account account) {
		DataSubject subject = new DataSubject(account.id(), new EmailAddress(account.email()));
		Map<String, Object> export = new LinkedHashMap<>();
		export.put("generatedAt", this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		export.put("account", AccountData.of(account));
		Map<String, Future<?>> ours = new LinkedHashMap<>();
		Map<String, Future<Listing>> theirs = new LinkedHashMap<>();
		try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
			ours.put("sessions", calls.submit(() -> sessionsOf(account.id())));
			ours.put("linkedAccounts", calls.submit(() -> this.users.linkedTo(account.id())));
			this.held.forEach((data) -> ours.put(data.name(), calls.submit(() -> data.export(subject))));
			this.services.forEach(
					(service) -> theirs.put(service.kind(), calls.submit(() -> allOf(service.data(), account.id()))));
		}
		ours.forEach((kind, answer) -> export.put(kind, result(answer)));
		theirs.forEach((kind, answer) -> export.put(kind, result(answer).items()));
		export.put("complete", theirs.values().stream().map(ExportingData::result).allMatch(Listing::complete));
		return export;
	}

	private List<Session> sessionsOf(String userId) {
		return this.sessions.of(userId)
			.stream()
			.map((session) -> new Session(session.id(), session.startedAt(), session.lastSeenAt()))
			.toList();
	}

	private static Listing allOf(HeldData service, String userId) {
		List<JsonNode> items = new ArrayList<>();
		String after = "";
		for (int page = 0; page < PAGES; page++) {
			HeldData.Page answer = service.about(userId, after);
			items.addAll(answer.items());
			if (answer.next() == null) {
				return new Listing(items, true);
			}
			after = answer.next();
		}
		return new Listing(items, false);
	}

	private static <T extends @Nullable Object> T result(Future<T> answer) {
		try {
			return answer.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private record Service(String kind, HeldData data) {

	}

	private record Listing(List<JsonNode> items, boolean complete) {

	}

	private record Session(String id, Instant startedAt, Instant lastSeenAt) {

	}

}
