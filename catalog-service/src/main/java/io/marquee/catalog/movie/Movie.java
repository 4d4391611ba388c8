package io.marquee.catalog.movie;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

import io.marquee.catalog.store.Aggregate;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.store.State;
import io.marquee.platform.events.OutboxEntry;

/**
 * A movie as it is stored.
 *
 * @param id the id
 * @param version counts the changes
 * @param details what is known of it
 * @param genreKeys the genres as they are compared
 * @param languageKeys the languages as they are compared
 * @param state whether it is on offer
 * @param createdAt when it was added
 * @param updatedAt when it was last changed
 * @param outbox events that have not left yet; absent when read
 */
@Document("movies")
public record Movie(@Id String id, long version, MovieDetails details, List<String> genreKeys,
		List<String> languageKeys, State state, Instant createdAt, Instant updatedAt,
		@Nullable List<OutboxEntry> outbox) implements Aggregate<Movie> {

	/**
	 * A new movie.
	 * @param id its id
	 * @param details what is known of it
	 * @param now the time
	 * @return the movie
	 */
	public static Movie add(String id, MovieDetails details, Instant now) {
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
	 * Whether it is gone.
	 * @return whether it was deleted
	 */
	public boolean deleted() {
		return this.state == State.DELETED;
	}

	Movie edited(MovieDetails changed, Instant now) {
		return of(this.id, this.version + 1, changed, this.state, this.createdAt, now);
	}

	Movie in(State changed, Instant now) {
		return of(this.id, this.version + 1, this.details, changed, this.createdAt, now);
	}

	@Override
	public Movie withOutbox(List<OutboxEntry> entries) {
		return new Movie(this.id, this.version, this.details, this.genreKeys, this.languageKeys, this.state,
				this.createdAt, this.updatedAt, entries);
	}

	static Movie of(String id, long version, MovieDetails details, State state, Instant created, Instant updated) {
		return new Movie(id, version, details, Keys.of(details.genres()), Keys.of(details.languages()), state, created,
				updated, null);
	}

}
