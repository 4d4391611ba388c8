package io.marquee.gateway.edge;

import io.marquee.gateway.error.RequestRefusedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses bodies that are too large: by their announced length where there is one, by
 * counting where there is none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BodyLimit implements WebFilter {

	private static final PathPattern POSTER = PathPatternParser.defaultInstance.parse("/api/v1/admin/movies/*/poster");

	private final long usual;

	private final long poster;

	BodyLimit(EdgeSettings settings) {
		this.usual = settings.maxBody().toBytes();
		this.poster = settings.maxPoster().toBytes();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		HttpHeaders headers = request.getHeaders();
		if (headers.getContentLength() > this.usual && headers.getContentLength() > limit(request)) {
			return Mono.error(tooLarge(limit(request)));
		}
		if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			return chain.filter(exchange.mutate().request(counted(request, limit(request))).build());
		}
		return chain.filter(exchange);
	}

	/** In bytes. */
	private long limit(ServerHttpRequest request) {
		return HttpMethod.PUT.equals(request.getMethod()) && POSTER.matches(request.getPath().pathWithinApplication())
				? this.poster : this.usual;
	}

	private static ServerHttpRequest counted(ServerHttpRequest request, long limit) {
		return new ServerHttpRequestDecorator(request) {
			@Override
			public Flux<DataBuffer> getBody() {
				return Flux.defer(() -> {
					long[] passed = { 0 };
					return super.getBody().handle((part, sink) -> {
						passed[0] += part.readableByteCount();
						if (passed[0] > limit) {
							DataBufferUtils.release(part);
							sink.error(tooLarge(limit));
						}
						else {
							sink.next(part);
						}
					});
				});
			}
		};
	}

	private static RequestRefusedException tooLarge(long limit) {
		return new RequestRefusedException(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE",
				"The body may have at most " + limit + " bytes");
	}

}
