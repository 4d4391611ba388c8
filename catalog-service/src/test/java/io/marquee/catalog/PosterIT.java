package io.marquee.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import io.marquee.catalog.poster.ChangingPosters;
import io.marquee.catalog.poster.Pictures;
import io.marquee.catalog.poster.PosterSweep;
import io.marquee.catalog.store.Expected;
import io.marquee.platform.web.ApiException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@CatalogIT
class PosterIT {

	private static final String MOVIES = "/api/v1/admin/movies/";

	private static final byte[] PICTURE = Pictures.jpeg(900, 1350);

	@Autowired
	private CatalogClient client;

	@Autowired
	private RestTestClient http;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private ChangingPosters changing;

	@Autowired
	private PosterSweep sweep;

	@Test
	void givesAMovieAPosterThatAnybodyMayKeepForEver() {
		String movie = this.client.newMovie();
		String address = upload(movie, PICTURE, MediaType.APPLICATION_OCTET_STREAM, 200).at("/data/posterUrl")
			.asString();
		assertThat(address).matches("/api/v1/user/movies/posters/[0-9a-f]{64}-800\\.jpg");
		assertThat(this.client.read("/api/v1/user/movies/" + movie).get("posterUrl").asString()).isEqualTo(address);
		for (int width : new int[] { 200, 400, 800 }) {
			EntityExchangeResult<byte[]> poster = get(address.replace("-800", "-" + width), null);
			assertThat(poster.getStatus().value()).isEqualTo(200);
			assertThat(Pictures.read(body(poster)).getWidth()).isEqualTo(width);
			HttpHeaders headers = poster.getResponseHeaders();
			assertThat(headers.get("Content-Type")).containsExactly("image/jpeg");
			assertThat(headers.get("Cache-Control")).containsExactly("max-age=31536000, public, immutable");
			assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
			assertThat(headers.getETag()).isNotBlank();
			EntityExchangeResult<byte[]> again = get(address.replace("-800", "-" + width), headers.getETag());
			assertThat(again.getStatus().value()).isEqualTo(304);
			assertThat(again.getResponseHeaders().getCacheControl()).contains("immutable");
			assertThat(again.getResponseBody()).isNullOrEmpty();
		}
	}

	@Test
	void takesAFormAsWell() {
		String movie = this.client.newMovie();
		MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
		form.add("file", new ByteArrayResource(Pictures.png(300, 450)) {
			@Override
			public String getFilename() {
				return "poster.txt";
			}
		});
		assertThat(upload(movie, form, MediaType.MULTIPART_FORM_DATA, 200).at("/data/posterUrl").asString())
			.endsWith("-800.jpg");
		form.remove("file");
		form.add("picture", new ByteArrayResource(Pictures.png(300, 450)) {
			@Override
			public String getFilename() {
				return "poster.png";
			}
		});
		assertThat(upload(movie, form, MediaType.MULTIPART_FORM_DATA, 400).at("/errors/0/field").asString())
			.isEqualTo("file");
		form.remove("picture");
		form.add("file", new ByteArrayResource(new byte[5 * 1024 * 1024 + 1]) {
			@Override
			public String getFilename() {
				return "poster.png";
			}
		});
		assertThat(upload(movie, form, MediaType.MULTIPART_FORM_DATA, 413).get("code").asString())
			.isEqualTo("CONTENT_TOO_LARGE");
	}

	@Test
	void saysWhyAFileIsNoPoster() {
		String movie = this.client.newMovie();
		assertThat(upload(movie, "<svg/>".getBytes(), MediaType.IMAGE_PNG, 415).get("code").asString())
			.isEqualTo("UNSUPPORTED_IMAGE");
		assertThat(upload(movie, new byte[0], MediaType.IMAGE_PNG, 400).get("code").asString())
			.isEqualTo("INVALID_IMAGE");
		assertThat(upload(movie, Pictures.jpeg(90, 90), MediaType.IMAGE_PNG, 400).get("code").asString())
			.isEqualTo("INVALID_IMAGE");
		assertThat(upload(movie, new byte[5 * 1024 * 1024 + 1], MediaType.IMAGE_PNG, 413).get("code").asString())
			.isEqualTo("CONTENT_TOO_LARGE");
		assertThat(upload("nothing", PICTURE, MediaType.IMAGE_PNG, 404).get("code").asString())
			.isEqualTo("MOVIE_NOT_FOUND");
		assertThat(this.client.read("/api/v1/user/movies/" + movie).get("posterUrl").isNull()).isTrue();
	}

	@Test
	void isSetAndRemovedByAdministratorsOnly() {
		for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
			this.client.call(method, MOVIES + "x/poster", null, null).expectStatus().isUnauthorized();
			this.client.call(method, MOVIES + "x/poster", null, this.client.tokens().user("u-1"))
				.expectStatus()
				.isForbidden();
		}
	}

	@Test
	void keepsAPosterWhenTheMovieIsReadChangedAndSentBack() {
		String movie = this.client.newMovie();
		String address = upload(movie, PICTURE, MediaType.IMAGE_JPEG, 200).at("/data/posterUrl").asString();
		JsonNode edited = this.client.admin(HttpMethod.PUT, MOVIES + movie,
				CatalogClient.movie("Renamed").replace("}", ",\"posterUrl\":\"" + address + "\"}"), 200);
		assertThat(edited.get("posterUrl").asString()).isEqualTo(address);
		for (String wrong : List.of("/etc/passwd", "/api/v1/user/movies/posters/x-800.jpg", "javascript:alert(1)",
				"ftp://somewhere/p.jpg")) {
			assertThat(this.client
				.refused(HttpMethod.PUT, MOVIES + movie,
						CatalogClient.movie("Renamed").replace("}", ",\"posterUrl\":\"" + wrong + "\"}"), 400)
				.at("/errors/0/field")
				.asString()).isEqualTo("posterUrl");
		}
		assertThat(
				this.client.admin(HttpMethod.DELETE, MOVIES + movie + "/poster", null, 200).get("posterUrl").isNull())
			.isTrue();
		assertThat(this.client.read("/api/v1/user/movies/" + movie).get("posterUrl").isNull()).isTrue();
	}

	@Test
	void changesNothingForTheSamePictureAgain() {
		String movie = this.client.newMovie();
		upload(movie, PICTURE, MediaType.IMAGE_JPEG, 200);
		long version = version(movie);
		upload(movie, PICTURE, MediaType.IMAGE_JPEG, 200);
		assertThat(version(movie)).isEqualTo(version);
	}

	@Test
	void isNotSetOnAMovieThatIsAnotherByNow() {
		String movie = this.client.newMovie();
		this.client.admin(HttpMethod.PATCH, MOVIES + movie, "{\"rating\":5}", 200);
		assertThat(upload(movie, PICTURE, "\"0\"", 412).get("code").asString()).isEqualTo("PRECONDITION_FAILED");
		assertThat(this.client.admin(HttpMethod.GET, MOVIES + movie, null, 200).get("posterUrl").isNull()).isTrue();
		upload(movie, PICTURE, "\"1\"", 200);
	}

	@Test
	void knowsNoOtherPosters() {
		for (String name : List.of("0".repeat(64) + "-800.jpg", "0".repeat(64) + "-801.jpg", "x.jpg")) {
			EntityExchangeResult<byte[]> answer = get("/api/v1/user/movies/posters/" + name, null);
			assertThat(answer.getStatus().value()).as(name).isEqualTo(404);
			assertThat(answer.getResponseHeaders().getCacheControl()).as(name).contains("no-store");
		}
		assertThat(this.client
			.answer(this.client.call(HttpMethod.GET, "/api/v1/user/movies/posters/" + "0".repeat(64) + "-800.jpg", null,
					null), 404)
			.get("code")
			.asString()).isEqualTo("POSTER_NOT_FOUND");
	}

	@Test
	void removesPostersThatNoMovieHasReferredToForADay() {
		String movie = this.client.newMovie();
		String used = upload(movie, Pictures.jpeg(401, 600), MediaType.IMAGE_JPEG, 200).at("/data/posterUrl")
			.asString();
		String unused = upload(movie, Pictures.jpeg(402, 600), MediaType.IMAGE_JPEG, 200).at("/data/posterUrl")
			.asString();
		String backAgain = upload(movie, Pictures.jpeg(403, 600), MediaType.IMAGE_JPEG, 200).at("/data/posterUrl")
			.asString();
		upload(movie, Pictures.jpeg(401, 600), MediaType.IMAGE_JPEG, 200);
		this.sweep.sweep();
		assertThat(status(unused)).isEqualTo(200);
		this.mongo.updateMulti(new Query(Criteria.where("unusedSince").exists(true)),
				new Update().set("unusedSince", Instant.now().minus(Duration.ofHours(25))), "posters");
		upload(this.client.newMovie(), Pictures.jpeg(403, 600), MediaType.IMAGE_JPEG, 200);
		this.sweep.sweep();
		assertThat(status(unused)).isEqualTo(404);
		assertThat(status(used)).isEqualTo(200);
		assertThat(status(backAgain)).isEqualTo(200);
	}

	@Test
	void sendsAwayUploadsBeyondTheFourUnderWay() throws Exception {
		String movie = this.client.newMovie();
		List<PipedOutputStream> clients = new ArrayList<>();
		List<CompletableFuture<Object>> slow = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			PipedOutputStream out = new PipedOutputStream();
			PipedInputStream in = new PipedInputStream(out);
			out.write(0);
			clients.add(out);
			slow.add(CompletableFuture.supplyAsync(() -> codeOf(movie, in), Thread::startVirtualThread));
			await().until(() -> in.available() == 0);
		}
		assertThat(upload(movie, PICTURE, MediaType.IMAGE_JPEG, 503).get("code").asString()).isEqualTo("POSTERS_BUSY");
		for (PipedOutputStream one : clients) {
			one.close();
		}
		assertThat(slow).allSatisfy((one) -> assertThat(one.join()).isEqualTo("UNSUPPORTED_IMAGE"));
		upload(movie, PICTURE, MediaType.IMAGE_JPEG, 200);
	}

	private Object codeOf(String movie, InputStream in) {
		try {
			return this.changing.set(movie, Expected.ANY, in);
		}
		catch (ApiException ex) {
			return ex.code();
		}
		catch (IOException ex) {
			return ex;
		}
	}

	private JsonNode upload(String movie, Object body, MediaType type, int status) {
		return upload(movie, body, (headers) -> headers.setContentType(type), status);
	}

	private JsonNode upload(String movie, byte[] picture, String ifMatch, int status) {
		return upload(movie, picture, (headers) -> headers.setIfMatch(ifMatch), status);
	}

	private JsonNode upload(String movie, Object body, Consumer<HttpHeaders> more, int status) {
		return this.client.answer(this.http.put()
			.uri(MOVIES + movie + "/poster")
			.headers((headers) -> headers.setBearerAuth(this.client.tokens().admin()))
			.headers(more)
			.body(body)
			.exchange(), status);
	}

	private EntityExchangeResult<byte[]> get(String uri, @Nullable String etag) {
		return this.http.get()
			.uri(URI.create(uri))
			.headers((headers) -> headers.setIfNoneMatch((etag != null) ? List.of(etag) : List.of()))
			.exchange()
			.expectBody()
			.returnResult();
	}

	private int status(String uri) {
		return get(uri, null).getStatus().value();
	}

	private static byte[] body(EntityExchangeResult<byte[]> answer) {
		byte[] body = answer.getResponseBody();
		return (body != null) ? body : new byte[0];
	}

	private long version(String movie) {
		return this.mongo.findById(movie, Document.class, "movies").getLong("version");
	}

}
