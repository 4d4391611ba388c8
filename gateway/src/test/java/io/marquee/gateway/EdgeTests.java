package io.marquee.gateway;

import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

import static org.assertj.core.api.Assertions.assertThat;

class EdgeTests extends RunningGateway {

	private static final int MEBIBYTE = 1024 * 1024;

	@Test
	void dropsHeadersByWhichAClientClaimsToBeSomeone() {
		String token = tokens.user();
		this.client.get()
			.uri("/api/v1/user/orders")
			.header("X-User-Id", "1")
			.header("x-user-roles", "admin")
			.header("X-Forwarded-User", "root")
			.header("X-Forwarded-For", "1.2.3.4")
			.header("X-Authenticated-Userid", "1")
			.header("Remote-User", "root")
			.header("X-HTTP-Method-Override", "DELETE")
			.header("Forwarded", "for=1.2.3.4")
			.header("Idempotency-Key", "k1")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.exchange()
			.expectStatus()
			.isOk();

		assertThat(booking.lastHeaders).doesNotContainKeys("X-user-id", "X-user-roles", "X-forwarded-user",
				"X-authenticated-userid", "Remote-user", "X-http-method-override", "Forwarded");
		assertThat(booking.lastHeaders.get("X-forwarded-for")).containsExactly("127.0.0.1");
		assertThat(booking.lastHeaders.get("X-forwarded-proto")).containsExactly("http");
		assertThat(booking.lastHeaders.get("X-forwarded-host")).containsExactly("localhost");
		assertThat(booking.lastHeaders.get("X-forwarded-port")).containsExactly(Integer.toString(this.port));
		assertThat(booking.lastHeaders.getFirst("Idempotency-key")).isEqualTo("k1");
		assertThat(booking.lastHeaders.getFirst("Authorization")).isEqualTo("Bearer " + token);
	}

	@Test
	void setsSecurityHeadersOnceOnEveryAnswer() {
		for (String path : List.of("/", "/nothing", "/api/v1/user/movies", "/api/v1/admin/movies",
				"/api/v1/user/offers")) {
			get(path).expectHeader()
				.valueEquals("X-Content-Type-Options", "nosniff")
				.expectHeader()
				.valueEquals("X-Frame-Options", "DENY")
				.expectHeader()
				.valueEquals("Referrer-Policy", "no-referrer")
				.expectHeader()
				.valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
				.expectHeader()
				.valueEquals("Strict-Transport-Security", "max-age=31536000")
				.expectHeader()
				.doesNotExist("X-XSS-Protection");
		}
	}

	@Test
	void continuesTheTraceOfTheCallerAndNamesIt() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		this.client.get()
			.uri("/api/v1/user/movies")
			.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
			.exchange()
			.expectHeader()
			.valueEquals("X-Trace-Id", trace);

		assertThat(catalog.lastHeaders.get("Traceparent")).singleElement()
			.asString()
			.contains(trace)
			.doesNotContain("00f067aa0ba902b7");
	}

	@Test
	void letsABodyOfExactlyTheLimitThrough() {
		postWithLength(MEBIBYTE).expectStatus().isOk();
		assertThat(auth.lastBodyLength).isEqualTo(MEBIBYTE);
	}

	@Test
	void refusesALargerBodyByItsLength() {
		Failure.expect(postWithLength(MEBIBYTE + 1), HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE");
	}

	@Test
	void refusesALargerBodyWithoutALengthByCounting() {
		Failure.expect(postInChunks(17), HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE");
		postInChunks(16).expectStatus().isOk();
		assertThat(auth.lastBodyLength).isEqualTo(MEBIBYTE);
	}

	@Test
	void letsAPosterOfFiveMebibytesThroughWithAndWithoutALength() {
		String poster = "/api/v1/admin/movies/m1/poster";
		putPoster(poster, 5 * 16, true).expectStatus().isOk();
		assertThat(catalog.lastBodyLength).isEqualTo(5 * MEBIBYTE);
		putPoster(poster, 5 * 16, false).expectStatus().isOk();
		assertThat(catalog.lastBodyLength).isEqualTo(5 * MEBIBYTE);
		Failure.expect(putPoster(poster, 5 * 16 + 1, true), HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE");
		Failure.expect(putPoster(poster, 5 * 16 + 1, false), HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE");
	}

	@Test
	void letsNothingElseBeAsLargeAsAPoster() {
		for (String path : List.of("/api/v1/admin/movies/m1", "/api/v1/admin/movies/m1/poster/x",
				"/api/v1/admin/venues/v1/poster")) {
			Failure.expect(putPoster(path, 17, true), HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE");
			Failure.expect(putPoster(path, 17, false), HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE");
		}
	}

	@Test
	void letsPagesOfAnAllowedOriginCall() {
		preflight("https://tickets.example").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://tickets.example")
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Credentials");
		this.client.get()
			.uri("/api/v1/user/movies")
			.header("Origin", "https://tickets.example")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "https://tickets.example");
	}

	@Test
	void keepsPagesOfOtherOriginsOut() {
		Failure.expect(preflight("https://evil.example"), HttpStatus.FORBIDDEN, "ORIGIN_NOT_ALLOWED")
			.expectHeader()
			.doesNotExist("Access-Control-Allow-Origin");
	}

	private WebTestClient.ResponseSpec preflight(String origin) {
		return this.client.options()
			.uri("/api/v1/bookings/book")
			.header("Origin", origin)
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
			.exchange();
	}

	private WebTestClient.ResponseSpec postWithLength(int length) {
		return this.client.post()
			.uri("/api/v1/auth/login")
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.bodyValue(new byte[length])
			.exchange();
	}

	private WebTestClient.ResponseSpec putPoster(String path, int chunks, boolean withLength) {
		WebTestClient.RequestBodySpec request = this.client.put()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(tokens.admin()))
			.contentType(MediaType.IMAGE_JPEG);
		int chunk = MEBIBYTE / 16;
		if (withLength) {
			return request.bodyValue(new byte[chunks * chunk]).exchange();
		}
		return request
			.body(BodyInserters.fromDataBuffers(Flux.range(0, chunks)
				.map((index) -> (DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(new byte[chunk]))))
			.exchange();
	}

	private WebTestClient.ResponseSpec postInChunks(int chunks) {
		Flux<DataBuffer> body = Flux.range(0, chunks)
			.map((index) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[MEBIBYTE / 16]));
		return this.client.post()
			.uri("/api/v1/auth/login")
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(BodyInserters.fromDataBuffers(body))
			.exchange();
	}

}
