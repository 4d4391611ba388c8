package io.marquee.gateway.cache;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A question on its way to the catalogue. Others who ask the same in the meantime wait
 * for its answer.
 */
class Flight {

	private final Sinks.One<Landing> landed = Sinks.one();

	private final long generation;

	private final long askedAt;

	Flight(long generation, long askedAt) {
		this.generation = generation;
		this.askedAt = askedAt;
	}

	long generation() {
		return this.generation;
	}

	/** When it began, in ns. */
	long askedAt() {
		return this.askedAt;
	}

	/** What came of it; empty if each has to ask for themselves. */
	Mono<Landing> landing() {
		return this.landed.asMono();
	}

	void land(Page page, Served served) {
		this.landed.tryEmitValue(new Answered(page, served));
	}

	void fail(Throwable failure) {
		this.landed.tryEmitError(failure);
	}

	/** The answer is not for everybody. */
	void landElsewhere() {
		this.landed.tryEmitEmpty();
	}

	/** Who asked has hung up: somebody else has to. */
	void abandon() {
		this.landed.tryEmitValue(new Abandoned());
	}

	/** What becomes of a flight. */
	sealed interface Landing {

	}

	record Answered(Page page, Served served) implements Landing {

	}

	record Abandoned() implements Landing {

	}

}
