package io.marquee.catalog.venue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

import io.marquee.catalog.store.Aggregate;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.store.State;
import io.marquee.platform.events.OutboxEntry;

/**
 * A venue as it is stored.
 *
 * @param id the id
 * @param version counts the changes
 * @param details what is known of it
 * @param cityKey the city as it is compared
 * @param amenityKeys the amenities as they are compared
 * @param state whether it is on offer
 * @param createdAt when it was added
 * @param updatedAt when it was last changed
 * @param outbox events that have not left yet; absent when read
 */
@Document("venues")
public record Venue(@Id String id, long version, VenueDetails details, String cityKey, List<String> amenityKeys,
		State state, Instant createdAt, Instant updatedAt,
		@Nullable List<OutboxEntry> outbox) implements Aggregate<Venue> {

	/**
	 * A new venue.
	 * @param id its id
	 * @param details what is known of it
	 * @param now the time
	 * @return the venue
	 */
	public static Venue add(String id, VenueDetails details, Instant now) {
		return of(id, 0, details, State.ACTIVE, now, now);
	}

	/**
	 * Whether the public sees it.
	 * @return whether it is active
	 */
	public boolean active() {
		return this.state == State.ACTIVE;
	}

	/**
	 * One of its screens.
	 * @param screenId the screen
	 * @return the screen
	 */
	public Optional<Screen> screen(String screenId) {
		return this.details.screens().stream().filter((screen) -> screen.id().equals(screenId)).findFirst();
	}

	/**
	 * The zone its local times are in.
	 * @return the zone
	 */
	public ZoneId zone() {
		return ZoneId.of(this.details.timeZone());
	}

	/**
	 * Whether it is gone.
	 * @return whether it was deleted
	 */
	public boolean deleted() {
		return this.state == State.DELETED;
	}

	Venue edited(VenueDetails changed, Instant now) {
		return of(this.id, this.version + 1, changed, this.state, this.createdAt, now);
	}

	Venue in(State changed, Instant now) {
		return of(this.id, this.version + 1, this.details, changed, this.createdAt, now);
	}

	@Override
	public Venue withOutbox(List<OutboxEntry> entries) {
		return new Venue(this.id, this.version, this.details, this.cityKey, this.amenityKeys, this.state,
				this.createdAt, this.updatedAt, entries);
	}

	static Venue of(String id, long version, VenueDetails details, State state, Instant created, Instant updated) {
		return new Venue(id, version, details, Keys.of(details.city()), Keys.of(details.amenities()), state, created,
				updated, null);
	}

}
