package io.marquee.gateway.cache;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Takes an answer in, apart from the response it is for, until it is known whether it is
 * kept. One that is not goes through as it comes.
 */
class Capture extends ServerHttpResponseDecorator {

	private final HttpHeaders headers = new HttpHeaders();

	private final Taker taker;

	private @Nullable HttpStatusCode status;

	Capture(ServerHttpResponse delegate, Taker taker) {
		super(delegate);
		this.taker = taker;
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public boolean setStatusCode(@Nullable HttpStatusCode status) {
		this.status = status;
		return true;
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return (this.status != null) ? this.status : HttpStatus.OK;
	}

	@Override
	public boolean setRawStatusCode(@Nullable Integer value) {
		return setStatusCode((value != null) ? HttpStatusCode.valueOf(value) : null);
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		Function<byte[], Mono<Void>> taking = this.taker.take(getStatusCode(), this.headers);
		if (taking == null) {
			return passing().then(super.writeWith(body));
		}
		return DataBufferUtils.join(Flux.from(body)).map(Capture::bytes).defaultIfEmpty(new byte[0]).flatMap(taking);
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return passing().then(super.writeAndFlushWith(body));
	}

	@Override
	public Mono<Void> setComplete() {
		return passing().then(super.setComplete());
	}

	private Mono<Void> passing() {
		return Mono.fromRunnable(() -> {
			this.taker.leave();
			getDelegate().setStatusCode(this.status);
			// Added, not put: the gateway's own may be there already.
			this.headers.forEach(getDelegate().getHeaders()::addAll);
		});
	}

	private static byte[] bytes(DataBuffer joined) {
		byte[] bytes = new byte[joined.readableByteCount()];
		joined.read(bytes);
		DataBufferUtils.release(joined);
		return bytes;
	}

	/** Decides what is kept. */
	interface Taker {

		/**
		 * An answer begins.
		 * @return takes its body and answers; null if the answer is to go through
		 */
		@Nullable Function<byte[], Mono<Void>> take(HttpStatusCode status, HttpHeaders headers);

		/** The answer goes through. */
		void leave();

	}

}
