package io.marquee.catalog.search;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class KeepingIndexesCurrentTests {

	private final LiveIndex<?> index = mock();

	private final KeepingIndexesCurrent keeping = new KeepingIndexesCurrent(new ObjectProvider<LiveIndex<?>>() {

		@Override
		public Stream<LiveIndex<?>> orderedStream() {
			return Stream.of(KeepingIndexesCurrentTests.this.index);
		}

	});

	@Test
	void isReadyOnceEverythingIsRead() {
		CountDownLatch slow = new CountDownLatch(1);
		willAnswer((call) -> {
			slow.await();
			given(this.index.filled()).willReturn(true);
			return null;
		}).given(this.index).fill();
		this.keeping.start();
		assertThat(this.keeping.isRunning()).isTrue();
		assertThat(this.keeping.health().getStatus()).isEqualTo(Status.DOWN);
		slow.countDown();
		await().untilAsserted(() -> assertThat(this.keeping.health().getStatus()).isEqualTo(Status.UP));
		this.keeping.stop();
	}

	@Test
	void triesAgainUntilTheDatabaseAnswers() {
		willAnswer((call) -> {
			throw new DataAccessResourceFailureException("down");
		}).willAnswer((call) -> {
			given(this.index.filled()).willReturn(true);
			return null;
		}).given(this.index).fill();
		this.keeping.start();
		await().untilAsserted(() -> assertThat(this.keeping.health().getStatus()).isEqualTo(Status.UP));
		verify(this.index, times(2)).fill();
		this.keeping.stop();
	}

	@Test
	void looksNowhereBeforeEverythingIsReadAndGoesOnWhenALookFails() {
		this.keeping.look();
		verify(this.index, times(0)).look();
		given(this.index.filled()).willReturn(true);
		willAnswer((call) -> {
			throw new DataAccessResourceFailureException("down");
		}).willAnswer((call) -> null).given(this.index).look();
		for (int look : List.of(1, 2)) {
			this.keeping.look();
			verify(this.index, times(look)).look();
		}
	}

}
