package io.marquee.gateway.edge;

import io.marquee.gateway.error.RequestRefusedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses bodies that are too large: by their announced length where there is one, by
 * counting where there is none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BodyLimit implements WebFilter {

	private final long limit;

	BodyLimit(EdgeSettings settings) {
		this.limit = settings.maxBody().toBytes();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		if (headers.getContentLength() > this.limit) {
			return Mono.error(tooLarge());
		}
		if (headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
			return chain.filter(exchange.mutate().request(counted(exchange.getRequest())).build());
		}
		return chain.filter(exchange);
	}

	private ServerHttpRequest counted(ServerHttpRequest request) {
		return new ServerHttpRequestDecorator(request) {
			@Override
			public Flux<DataBuffer> getBody() {
				return Flux.defer(() -> {
					long[] passed = { 0 };
					return super.getBody().handle((part, sink) -> {
						passed[0] += part.readableByteCount();
						if (passed[0] > BodyLimit.this.limit) {
							DataBufferUtils.release(part);
							sink.error(tooLarge());
						}
						else {
							sink.next(part);
						}
					});
				});
			}
		};
	}

	private RequestRefusedException tooLarge() {
		return new RequestRefusedException(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE",
				"The body may have at most " + this.limit + " bytes");
	}

}
