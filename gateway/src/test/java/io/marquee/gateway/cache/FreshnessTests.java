package io.marquee.gateway.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessTests {

	private final AtomicLong now = new AtomicLong(-5);

	private final Freshness freshness = new Freshness(Duration.ofSeconds(60), this.now::get);

	@BeforeEach
	void hear() {
		this.freshness.heard();
	}

	@Test
	void takesAPageThatNothingHasTouchedForTrueForAMinute() {
		Page page = page(Area.MOVIES);

		pass(Duration.ofMillis(59_999));
		assertThat(this.freshness.isFresh(page)).isTrue();
		pass(Duration.ofMillis(1));
		assertThat(this.freshness.isFresh(page)).isFalse();
	}

	@Test
	void takesAPageOfShowsForTrueForASecond() {
		Page page = page(Area.SHOWS);

		pass(Duration.ofMillis(999));
		assertThat(this.freshness.isFresh(page)).isTrue();
		pass(Duration.ofMillis(1));
		assertThat(this.freshness.isFresh(page)).isFalse();
	}

	@Test
	void takesNoPageForTrueThatWasAskedForBeforeAnEvent() {
		Page before = page(Area.MOVIES);
		Page other = page(Area.VENUES);

		this.freshness.touch(Area.MOVIES);

		assertThat(this.freshness.isFresh(before)).isFalse();
		assertThat(this.freshness.isGoodEnough(before)).isFalse();
		assertThat(this.freshness.isFresh(other)).isTrue();
	}

	@Test
	void trustsForASecondWhatIsAskedForWithinTwoSecondsOfAnEvent() {
		this.freshness.touch(Area.MOVIES);
		pass(Duration.ofMillis(1_999));
		Page soon = page(Area.MOVIES);
		Page elsewhere = page(Area.VENUES);
		pass(Duration.ofMillis(1));
		Page later = page(Area.MOVIES);

		pass(Duration.ofMillis(999));
		assertThat(this.freshness.isFresh(soon)).isFalse();
		assertThat(this.freshness.isFresh(later)).isTrue();
		pass(Duration.ofMillis(1));
		assertThat(this.freshness.isFresh(later)).isTrue();
		assertThat(this.freshness.isFresh(elsewhere)).isTrue();
	}

	@Test
	void trustsNothingForMoreThanASecondWhileKafkaIsNotHeardOf() {
		Page page = page(Area.MOVIES);
		this.now.addAndGet(Duration.ofMillis(2_999).toNanos());
		assertThat(this.freshness.isFresh(page)).isTrue();
		this.now.addAndGet(Duration.ofMillis(1).toNanos());
		assertThat(this.freshness.isFresh(page)).isFalse();

		Page young = page(Area.MOVIES);
		this.now.addAndGet(Duration.ofMillis(999).toNanos());
		assertThat(this.freshness.isFresh(young)).isTrue();
		this.freshness.heard();
		assertThat(this.freshness.isFresh(page)).isTrue();
	}

	@Test
	void trustsNothingForLongBeforeKafkaIsHeardOf() {
		Freshness deaf = new Freshness(Duration.ofSeconds(60), this.now::get);
		Page page = page(Area.CITIES);

		this.now.addAndGet(Duration.ofSeconds(1).toNanos());

		assertThat(deaf.isFresh(page)).isFalse();
	}

	@Test
	void showsAnOldPageWhileTheCatalogueFailsButNoneOfShows() {
		Page movies = page(Area.MOVIES);
		Page shows = page(Area.SHOWS);

		pass(Duration.ofMinutes(5));

		assertThat(this.freshness.isGoodEnough(movies)).isTrue();
		assertThat(this.freshness.isGoodEnough(shows)).isFalse();
	}

	@Test
	void takesForTrueForEverWhatNeverChanges() {
		Page poster = new Page(HttpHeaders.EMPTY, new byte[0], Area.MOVIES, 0, this.now.get(), 1, true);

		this.freshness.touch(Area.MOVIES);
		pass(Duration.ofMinutes(5));

		assertThat(this.freshness.isFresh(poster)).isTrue();
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
		this.freshness.heard();
	}

	private Page page(Area area) {
		return new Page(HttpHeaders.EMPTY, new byte[0], area, this.freshness.generation(area), this.now.get(),
				this.freshness.lifetime(area, this.now.get()), false);
	}

}
