package io.marquee.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResponseCacheTests {

	private static final String MOVIES = "/api/v1/user/movies";

	private static final String SHOWS = "/api/v1/user/shows";

	private final AtomicLong now = new AtomicLong();

	private final Freshness freshness = new Freshness(Duration.ofSeconds(60), this.now::get);

	private final Cache<String, Page> pages = Caffeine.newBuilder()
		.maximumWeight(1_000_000)
		.weigher((String key, Page page) -> page.weight(key))
		.build();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ResponseCache cache = new ResponseCache(this.pages, this.freshness,
			new CacheMeters(this.meters, this.pages), 1_000);

	private final AtomicInteger calls = new AtomicInteger();

	private HttpStatus status = HttpStatus.OK;

	private String text = "one";

	/** What comes of the body after the text. */
	private Flux<DataBuffer> rest = Flux.empty();

	/** What the catalogue waits for before it answers. */
	private Mono<Void> gate = Mono.empty();

	@BeforeEach
	void hear() {
		this.freshness.heard();
	}

	@Test
	void asksTheCatalogueOnceForAPageThatIsWantedTwice() {
		assertThat(body(get(MOVIES))).isEqualTo("one");
		MockServerWebExchange second = get(MOVIES);

		assertThat(body(second)).isEqualTo("one");
		assertThat(this.calls).hasValue(1);
		assertThat(second.getResponse().getHeaders().getFirst("Cache-Status")).isEqualTo("marquee; hit");
		assertThat(second.getResponse().getHeaders().getFirst("Age")).isEqualTo("0");
		assertThat(second.getResponse().getHeaders().getETag()).isEqualTo("\"one\"");
		assertThat(count("hit")).isEqualTo(1);
		assertThat(count("miss")).isEqualTo(1);
	}

	@Test
	void asksAgainAfterAnEvent() {
		get(MOVIES);
		this.text = "two";
		this.freshness.touch(Area.MOVIES);

		assertThat(body(get(MOVIES))).isEqualTo("two");
	}

	@Test
	void doesNotKeepAnAnswerThatAnEventHasOvertaken() {
		Sinks.Empty<Void> open = Sinks.empty();
		this.gate = open.asMono();
		MockServerWebExchange slow = exchange(MOVIES);
		serve(slow).subscribe();
		this.freshness.touch(Area.MOVIES);
		open.tryEmitEmpty();
		assertThat(body(slow)).isEqualTo("one");

		this.text = "two";
		assertThat(body(get(MOVIES))).isEqualTo("two");
	}

	@Test
	void doesNotLetWhoAsksAfterAnEventWaitForAnAnswerFromBefore() {
		Sinks.Empty<Void> open = Sinks.empty();
		this.gate = open.asMono();
		MockServerWebExchange before = exchange(MOVIES);
		serve(before).subscribe();
		this.freshness.touch(Area.MOVIES);
		this.gate = Mono.empty();
		this.text = "two";

		assertThat(body(get(MOVIES))).isEqualTo("two");
		open.tryEmitEmpty();
		// The late answer does not push the newer one out.
		assertThat(body(get(MOVIES))).isEqualTo("two");
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void asksOnceForAllWhoWantAPageAtTheSameTime() {
		Sinks.Empty<Void> open = Sinks.empty();
		this.gate = open.asMono();
		List<MockServerWebExchange> crowd = crowd(50, MOVIES);
		assertThat(this.calls).hasValue(1);
		open.tryEmitEmpty();

		assertThat(crowd).allMatch((one) -> body(one).equals("one"));
		assertThat(this.calls).hasValue(1);
		assertThat(count("collapsed")).isEqualTo(49);
	}

	@Test
	void waitsForNoAnswerThatTakesLongerThanAPageOfShowsIsTrue() {
		this.gate = Mono.never();
		crowd(10, SHOWS);
		this.now.addAndGet(Duration.ofSeconds(1).toNanos());
		this.gate = Mono.empty();

		assertThat(body(get(SHOWS))).isEqualTo("one");
	}

	@Test
	void letsAnotherAskWhenTheFirstHangsUp() {
		this.gate = Mono.never();
		Disposable first = serve(exchange(MOVIES)).subscribe();
		List<MockServerWebExchange> crowd = crowd(10, MOVIES);
		this.gate = Mono.empty();
		first.dispose();

		assertThat(crowd).allMatch((one) -> body(one).equals("one"));
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void givesEachItsOwnAnswerIfItIsNotForEverybody() {
		Sinks.Empty<Void> open = Sinks.empty();
		this.gate = open.asMono();
		this.status = HttpStatus.NOT_FOUND;
		List<MockServerWebExchange> crowd = crowd(3, MOVIES + "/m1");
		open.tryEmitEmpty();

		assertThat(crowd).allMatch((one) -> one.getResponse().getStatusCode() == HttpStatus.NOT_FOUND);
		assertThat(this.calls).hasValue(3);
		assertThat(this.pages.asMap()).isEmpty();
		assertThat(count("passed")).isEqualTo(3);
	}

	@Test
	void letsNobodyWaitForTheEndOfAnAnswerThatIsNotKept() {
		Sinks.Empty<Void> open = Sinks.empty();
		this.gate = open.asMono();
		this.status = HttpStatus.PARTIAL_CONTENT;
		this.rest = Flux.never();
		MockServerWebExchange endless = exchange(MOVIES);
		endless.getResponse().setWriteHandler((body) -> body.then());
		serve(endless).subscribe();
		MockServerWebExchange next = exchange(MOVIES);
		Mono<Void> served = serve(next).cache();
		served.subscribe();
		this.rest = Flux.empty();
		this.status = HttpStatus.OK;
		open.tryEmitEmpty();

		served.block(Duration.ofSeconds(5));
		assertThat(body(next)).isEqualTo("one");
	}

	@Test
	void tellsAllWhoWaitOfAFailureAndAsksAnewAfterwards() {
		Sinks.Empty<Void> open = Sinks.empty();
		this.gate = open.asMono();
		Mono<Void> first = serve(exchange(MOVIES)).cache();
		first.subscribe((done) -> {
		}, (failure) -> {
		});
		Mono<Void> second = serve(exchange(MOVIES));
		open.tryEmitError(new IllegalStateException("down"));

		assertThatThrownBy(first::block).hasMessage("down");
		assertThatThrownBy(second::block).hasMessage("down");
		assertThat(this.calls).hasValue(1);
		this.gate = Mono.empty();
		assertThat(body(get(MOVIES))).isEqualTo("one");
	}

	@Test
	void showsAnOldPageOfMoviesWhileTheCatalogueFails() {
		get(MOVIES);
		this.now.addAndGet(Duration.ofMinutes(3).toNanos());
		this.gate = Mono.error(new IllegalStateException("down"));
		MockServerWebExchange stale = get(MOVIES);
		assertThat(body(stale)).isEqualTo("one");
		assertThat(stale.getResponse().getHeaders().getFirst("Age")).isEqualTo("180");
		assertThat(stale.getResponse().getHeaders().getFirst("Cache-Status"))
			.isEqualTo("marquee; hit; detail=stale-if-error");

		this.gate = Mono.empty();
		this.status = HttpStatus.SERVICE_UNAVAILABLE;
		this.text = "a failure";
		assertThat(body(get(MOVIES))).isEqualTo("one");
		this.status = HttpStatus.OK;
		this.text = "two";
		assertThat(body(get(MOVIES))).isEqualTo("two");
	}

	@Test
	void showsNoOldPageOfShowsAndNoneThatHasChangedWhileTheCatalogueFails() {
		get(MOVIES);
		get(SHOWS);
		this.freshness.touch(Area.MOVIES);
		this.now.addAndGet(Duration.ofSeconds(1).toNanos());
		this.status = HttpStatus.SERVICE_UNAVAILABLE;

		assertThat(get(MOVIES).getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(get(SHOWS).getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void asksForTheWholePageAndAnswersToWhatTheCallerHas() {
		MockServerWebExchange known = serveNow(
				MockServerHttpRequest.get(MOVIES).header("If-None-Match", "W/\"one\"").header("Range", "bytes=0-1"));
		assertThat(known.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
		assertThat(known.getResponse().getHeaders().getETag()).isEqualTo("\"one\"");
		assertThat(known.getResponse().getHeaders().getContentType()).isNull();
		assertThat(body(known)).isEmpty();

		assertThat(body(get(MOVIES))).isEqualTo("one");
		assertThat(this.calls).hasValue(1);
	}

	private List<MockServerWebExchange> crowd(int count, String address) {
		List<MockServerWebExchange> crowd = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			MockServerWebExchange one = exchange(address);
			crowd.add(one);
			serve(one).subscribe();
		}
		return crowd;
	}

	private MockServerWebExchange get(String address) {
		return serveNow(MockServerHttpRequest.get(address));
	}

	private MockServerWebExchange serveNow(MockServerHttpRequest.BaseBuilder<?> request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		serve(exchange).block();
		return exchange;
	}

	private static MockServerWebExchange exchange(String address) {
		return MockServerWebExchange.from(MockServerHttpRequest.get(address));
	}

	private Mono<Void> serve(ServerWebExchange exchange) {
		return this.cache.serve(exchange, this::catalogue);
	}

	/** Answers as the service does, with what it knows when it is asked. */
	private Mono<Void> catalogue(ServerWebExchange exchange) {
		this.calls.incrementAndGet();
		assertThat(exchange.getRequest().getHeaders().headerNames()).doesNotContain("If-None-Match", "Range");
		String known = this.text;
		HttpStatus answered = this.status;
		Flux<DataBuffer> more = this.rest;
		ServerHttpResponse response = exchange.getResponse();
		return this.gate.then(Mono.defer(() -> {
			response.setStatusCode(answered);
			response.getHeaders().setETag("\"" + known + "\"");
			response.getHeaders().setCacheControl("no-cache, public");
			response.getHeaders().set("Content-Type", "application/json");
			byte[] bytes = known.getBytes(StandardCharsets.UTF_8);
			response.getHeaders().setContentLength(bytes.length);
			Flux<DataBuffer> body = Flux.just((DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(bytes))
				.concatWith(more);
			return response.writeWith(body);
		}));
	}

	private double count(String result) {
		return this.meters.get("marquee.gateway.cache.requests").tag("result", result).counter().count();
	}

	private static String body(MockServerWebExchange exchange) {
		return String.valueOf(exchange.getResponse().getBodyAsString().block());
	}

}
