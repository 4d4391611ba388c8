package io.marquee.gateway.cache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;

class PageTests {

	private static final long LARGEST = 100;

	@Test
	void keepsAnAnswerForEverybody() {
		assertThat(keepable(HttpStatus.OK, publicPage())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "no-cache", "private, no-store", "public, no-store", "Public,PRIVATE", "",
			"no-cache, no-store, max-age=0, must-revalidate" })
	void keepsNothingThatIsNotSaidToBePublic(String cacheControl) {
		HttpHeaders headers = publicPage();
		headers.set("Cache-Control", cacheControl);

		assertThat(keepable(HttpStatus.OK, headers)).isFalse();
	}

	@Test
	void readsDirectivesThatComeInSeveralLines() {
		HttpHeaders headers = publicPage();
		headers.add("Cache-Control", "no-store");

		assertThat(keepable(HttpStatus.OK, headers)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Set-Cookie, a=b", "Content-Encoding, gzip", "Vary, *", "Vary, Accept-Language",
			"Vary, 'Origin, Cookie'", "Content-Length, 101" })
	void keepsNothingThatDependsOnWhoAsksOrIsTooLarge(String name, String value) {
		HttpHeaders headers = publicPage();
		headers.set(name, value);

		assertThat(keepable(HttpStatus.OK, headers)).isFalse();
	}

	@Test
	void keepsNothingWhoseLengthIsNotTold() {
		HttpHeaders headers = publicPage();
		headers.remove("Content-Length");

		assertThat(keepable(HttpStatus.OK, headers)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 201, 204, 206, 301, 304, 400, 404, 500, 503 })
	void keepsNothingButWholePages(int status) {
		assertThat(keepable(HttpStatusCode.valueOf(status), publicPage())).isFalse();
	}

	@Test
	void keepsOfTheHeadersOnlyWhatDescribesThePage() {
		HttpHeaders headers = publicPage();
		headers.set("ETag", "\"a\"");
		headers.set("X-Trace-Id", "1");
		headers.set("Access-Control-Allow-Origin", "https://tickets.example");
		headers.set("Vary", "Origin");

		HttpHeaders kept = Page.descriptive(headers);

		assertThat(kept.headerNames()).containsExactlyInAnyOrder("Cache-Control", "ETag");
	}

	private static boolean keepable(HttpStatusCode status, HttpHeaders headers) {
		return Page.keepable(status, headers, LARGEST);
	}

	private static HttpHeaders publicPage() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Cache-Control", "no-cache, public");
		headers.set("Vary", "Origin, Access-Control-Request-Method");
		headers.setContentLength(LARGEST);
		return headers;
	}

}
