package io.marquee.platform.events;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace over the gap between storing something and acting on it later: an event
 * in an outbox, a mail in a queue.
 */
public class TraceContexts {

	private final @Nullable Tracer tracer;

	private final @Nullable Propagator propagator;

	TraceContexts(@Nullable Tracer tracer, @Nullable Propagator propagator) {
		this.tracer = tracer;
		this.propagator = propagator;
	}

	/**
	 * The headers that would carry the current trace.
	 * @return the headers, maybe none
	 */
	public Map<String, String> current() {
		Map<String, String> headers = new HashMap<>();
		Span span = (this.tracer != null) ? this.tracer.currentSpan() : null;
		if (span != null && this.propagator != null) {
			this.propagator.inject(span.context(), headers, (_, name, value) -> headers.put(name, value));
		}
		return headers;
	}

	/**
	 * Runs something as a span of the trace that the headers carry.
	 * @param headers what {@link #current()} gave when the work was stored
	 * @param spanName the span's name
	 * @param work what to do
	 */
	public void continuing(Map<String, String> headers, String spanName, Runnable work) {
		if (this.tracer == null || this.propagator == null || headers.isEmpty()) {
			work.run();
			return;
		}
		Span span = this.propagator.extract(headers, (_, name) -> headers.get(name)).name(spanName).start();
		try (Tracer.SpanInScope _ = this.tracer.withSpan(span)) {
			work.run();
		}
		finally {
			span.end();
		}
	}

}
