package io.marquee.gateway.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers from memory as long as a page is true, and otherwise asks the catalogue, once
 * for all who want the same page at the same time.
 */
class ResponseCache {

	private static final String CACHE_STATUS = "Cache-Status";

	private final Map<String, Flight> flights = new ConcurrentHashMap<>();

	private final Cache<String, Page> pages;

	private final Freshness freshness;

	private final CacheMeters meters;

	private final long largest;

	ResponseCache(Cache<String, Page> pages, Freshness freshness, CacheMeters meters, long largest) {
		this.pages = pages;
		this.freshness = freshness;
		this.meters = meters;
		this.largest = largest;
	}

	/**
	 * Answers a request.
	 * @param exchange a request whose token, if it has one, is good
	 * @param chain leads to the catalogue
	 * @return when it is answered
	 */
	Mono<Void> serve(ServerWebExchange exchange, WebFilterChain chain) {
		Question question = Question.of(exchange.getRequest());
		return (question != null) ? serve(question, exchange, chain) : chain.filter(exchange);
	}

	private Mono<Void> serve(Question question, ServerWebExchange exchange, WebFilterChain chain) {
		Page page = this.pages.getIfPresent(question.key());
		if (page != null && this.freshness.isFresh(page)) {
			return answer(exchange, page, Served.HIT);
		}
		Flight own = new Flight(this.freshness.generation(question.area()), this.freshness.now());
		Flight flight = this.flights.compute(question.key(), (key, other) -> (other != null
				&& other.generation() == own.generation() && this.freshness.isRecent(other.askedAt())) ? other : own);
		if (flight == own) {
			return ask(question, own, page, exchange, chain);
		}
		return flight.landing().map((landing) -> switch (landing) {
			case Flight.Answered(Page answer, Served served) ->
				answer(exchange, answer, (served == Served.STALE) ? served : Served.COLLAPSED);
			case Flight.Abandoned() -> serve(question, exchange, chain);
		}).defaultIfEmpty(Mono.defer(() -> {
			this.meters.passed();
			return chain.filter(exchange);
		})).flatMap(Function.identity());
	}

	private Mono<Void> ask(Question question, Flight flight, @Nullable Page old, ServerWebExchange exchange,
			WebFilterChain chain) {
		Page stale = (old != null && this.freshness.isGoodEnough(old)) ? old : null;
		Capture capture = new Capture(exchange.getResponse(), new Capture.Taker() {

			@Override
			public @Nullable Function<byte[], Mono<Void>> take(HttpStatusCode status, HttpHeaders headers) {
				if (status.is5xxServerError() && stale != null) {
					return (body) -> land(question, flight, stale, Served.STALE, exchange);
				}
				if (!Page.keepable(status, headers, ResponseCache.this.largest)) {
					return null;
				}
				return (body) -> land(question, flight, page(flight, question.area(), headers, body), Served.MISS,
						exchange);
			}

			@Override
			public void leave() {
				ResponseCache.this.flights.remove(question.key(), flight);
				flight.landElsewhere();
				ResponseCache.this.meters.passed();
			}

		});
		return chain.filter(exchange.mutate().request(ResponseCache::plain).response(capture).build())
			.onErrorResume((failure) -> {
				if (stale != null && !exchange.getResponse().isCommitted()) {
					return land(question, flight, stale, Served.STALE, exchange);
				}
				this.flights.remove(question.key(), flight);
				flight.fail(failure);
				return Mono.error(failure);
			})
			.doFinally((end) -> {
				// Does nothing unless the caller has hung up.
				this.flights.remove(question.key(), flight);
				flight.abandon();
			});
	}

	private Mono<Void> land(Question question, Flight flight, Page page, Served served, ServerWebExchange exchange) {
		if (served == Served.MISS && flight.generation() == this.freshness.generation(question.area())) {
			this.pages.put(question.key(), page);
		}
		this.flights.remove(question.key(), flight);
		flight.land(page, served);
		return answer(exchange, page, served);
	}

	private Page page(Flight flight, Area area, HttpHeaders headers, byte[] body) {
		return new Page(Page.descriptive(headers), body, area, flight.generation(), flight.askedAt(),
				this.freshness.lifetime(area, flight.askedAt()), Page.immutable(headers));
	}

	private Mono<Void> answer(ServerWebExchange exchange, Page page, Served served) {
		this.meters.served(served);
		ServerHttpResponse response = exchange.getResponse();
		HttpHeaders headers = response.getHeaders();
		headers.putAll(page.headers());
		headers.set(CACHE_STATUS, served.status());
		if (served != Served.MISS) {
			headers.set(HttpHeaders.AGE, Long.toString(TimeUnit.NANOSECONDS.toSeconds(this.freshness.age(page))));
		}
		if (Question.isKnown(exchange.getRequest(), page.headers().getETag())) {
			headers.remove(HttpHeaders.CONTENT_TYPE);
			response.setStatusCode(HttpStatus.NOT_MODIFIED);
			return response.setComplete();
		}
		response.setStatusCode(HttpStatus.OK);
		headers.setContentLength(page.body().length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(page.body())));
	}

	/** Whatever the caller has or wants of it, the whole page is asked for. */
	private static void plain(ServerHttpRequest.Builder request) {
		request.method(HttpMethod.GET).headers((headers) -> {
			headers.remove(HttpHeaders.IF_NONE_MATCH);
			headers.remove(HttpHeaders.IF_MODIFIED_SINCE);
			headers.remove(HttpHeaders.RANGE);
		});
	}

}
