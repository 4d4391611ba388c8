package io.marquee.gateway.limits;

import java.time.Duration;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartnerBucketsTests {

	private long now;

	private final PartnerBuckets buckets = new PartnerBuckets(new TimeMeter() {
		@Override
		public long currentTimeNanos() {
			return PartnerBucketsTests.this.now;
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}
	});

	@Test
	void growsBackEvenlyWithinTheMinute() {
		for (int i = 0; i < 60; i++) {
			assertThat(this.buckets.take("p", 60).isConsumed()).isTrue();
		}
		assertThat(this.buckets.take("p", 60).getNanosToWaitForRefill()).isEqualTo(Duration.ofSeconds(1).toNanos());

		pass(Duration.ofSeconds(1));
		assertThat(this.buckets.take("p", 60).isConsumed()).isTrue();
		assertThat(this.buckets.take("p", 60).isConsumed()).isFalse();

		pass(Duration.ofMinutes(10));
		assertThat(this.buckets.take("p", 60).getRemainingTokens()).isEqualTo(59);
	}

	@Test
	void takesANewLimitAtOnce() {
		this.buckets.take("p", 1);
		assertThat(this.buckets.take("p", 1).isConsumed()).isFalse();

		assertThat(this.buckets.take("p", 10).getRemainingTokens()).isEqualTo(9);
	}

	private void pass(Duration time) {
		this.now += time.toNanos();
	}

}
