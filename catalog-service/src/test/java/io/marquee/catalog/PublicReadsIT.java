package io.marquee.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class PublicReadsIT {

	private static final String USER = "/api/v1/user";

	@Autowired
	private CatalogClient client;

	@BeforeEach
	void awaitDemo() {
		this.client.awaitDemo();
	}

	@Test
	void pagesThroughEveryMovieOnce() {
		JsonNode first = movies("limit=25&sort=title");
		int total = first.get("totalItems").asInt();
		assertThat(total).isGreaterThanOrEqualTo(60);
		assertThat(first.get("totalPages").asInt()).isEqualTo(Math.ceilDiv(total, 25));
		List<String> titles = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		for (int page = 1; page <= first.get("totalPages").asInt(); page++) {
			movies("limit=25&sort=title&page=" + page).get("items").forEach((movie) -> {
				titles.add(movie.get("title").asString());
				ids.add(movie.get("id").asString());
			});
		}
		assertThat(ids).hasSize(total);
		assertThat(titles).isSorted();
		assertThat(movies("page=99").get("items")).isEmpty();
	}

	@Test
	void filtersMovies() {
		assertThat(movies("genre=horror").get("items")).isNotEmpty()
			.allMatch((movie) -> movie.get("genres").toString().contains("Horror"));
		assertThat(movies("language=tamil&limit=100").get("items")).isNotEmpty()
			.allMatch((movie) -> movie.get("languages").toString().contains("Tamil"));
		assertThat(movies("minRating=8.5&sort=-rating").get("items")).isNotEmpty()
			.allMatch((movie) -> movie.get("rating").asDouble() >= 8.5);
		assertThat(movies("genre=Nonsense").get("totalItems").asInt()).isZero();
		int showing = movies("status=now-showing").get("totalItems").asInt();
		assertThat(showing).isBetween(20, movies("").get("totalItems").asInt());
		assertThat(movies("city=kolkata&language=Bengali").get("totalItems").asInt()).isPositive();
		assertThat(movies("city=Atlantis").get("items")).isEmpty();
		assertThat(movies("sort=-rating&limit=1").get("items").get(0).get("title").asString())
			.isEqualTo("The Dark Knight");
	}

	@Test
	void listsAsComingSoonWhatIsReleasedLater() {
		String later = CatalogClient.movie("Someday").replace("2024-01-31", "2099-01-31");
		String id = this.client.admin(HttpMethod.POST, "/api/v1/admin/movies", later, 201).get("id").asString();
		assertThat(movies("status=coming-soon").get("items")).extracting((movie) -> movie.get("id").asString())
			.containsExactly(id);
		this.client.admin(HttpMethod.DELETE, "/api/v1/admin/movies/" + id, null, 200);
	}

	@ParameterizedTest
	@CsvSource({ "inceptoin,Inception", "rajamouli,RRR", "chalamet,Dune: Part Two", "kgf,K.G.F: Chapter 1" })
	void findsMoviesByWhatPeopleType(String q, String title) {
		for (String uri : List.of("/movies/search?q=" + q, "/movies?q=" + q)) {
			assertThat(this.client.read(USER + uri).get("items")).extracting((movie) -> movie.get("title").asString())
				.contains(title);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/movies?status=later,status", "/movies?minRating=eleven,minRating", "/movies?minRating=11,minRating",
			"/movies?sort=secret,sort", "/movies?genres=Drama,genres", "/movies?limit=101,limit", "/movies/search,q",
			"/venues?radiusKm=5,near", "'/venues?near=91,0',near", "/venues?near=here,near",
			"'/venues?near=19,72&radiusKm=-1',radiusKm", "/shows?date=tomorrow,date", "/shows?from=yesterday,from",
			"/shows?from=2026-12-02&to=2026-12-01,to", "/shows?format=5D,format", "/shows?sort=price,sort",
			"/shows/filter?movie=x,movie", "/cities?q=x,q", "/movies?format=5D,format",
			"'/movies?facets=genre,year',facets", "/movies/search?q=x&facets=year,facets", "/shows?facets=year,facets",
			"/venues?facets=city,facets", "/movies/search?q=x&genre=y,genre" })
	void saysWhichParameterIsWrong(String uri, String field) {
		JsonNode answer = this.client.answer(this.client.call(HttpMethod.GET, USER + uri, null, null), 400);
		assertThat(answer.get("errors")).hasSize(1);
		assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo(field);
		assertThat(answer.get("errors").get(0).get("message").asString()).isNotBlank();
	}

	@Test
	void namesTheRightOnesForAnUnknownFilterOrOrder() {
		assertThat(this.client.answer(this.client.call(HttpMethod.GET, USER + "/movies?genres=Drama", null, null), 400)
			.toString()).contains("genre, language", "minRating");
		assertThat(this.client.answer(this.client.call(HttpMethod.GET, USER + "/movies?sort=secret", null, null), 400)
			.toString()).contains("title, rating, releaseDate, popularity");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/movies?page=x&city=y&facet=z           | city, facets, format, genre, language, limit, minRating, page
			/movies?status=soon                     | now-showing, coming-soon
			/movies?facets=year                     | genre, language, city, format
			/shows?format=5D                        | 2D, 3D, IMAX, IMAX 3D, 4DX
			/shows?facets=year                      | genre, language, city, format
			/shows?where=x                          | city, date, facets, format, from, genre, language, limit, movieId
			/shows?sort=price                       | startsAt, movieTitle, venueName
			/venues?amenity=x                       | amenities, city, limit, near, page, q, radiusKm, sort
			/venues?sort=distance                   | name, city
			""")
	void listsTheRightOnesForAWrongOne(String uri, String right) {
		assertThat(this.client.answer(this.client.call(HttpMethod.GET, USER + uri, null, null), 400)
			.get("errors")
			.toString()).contains(right);
	}

	@Test
	void countsFacetsOverAllThatIsFound() {
		JsonNode movies = movies("facets=genre,language,city,format&limit=1");
		assertThat(movies.get("items")).hasSize(1);
		assertThat(movies.get("facets").propertyNames()).containsExactly("genre", "language", "city", "format");
		for (String facet : List.of("genre", "language", "city", "format")) {
			JsonNode first = movies.get("facets").get(facet).get(0);
			assertThat(movies(facet + "=" + first.get("value").asString()).get("totalItems").asLong()).as(facet)
				.isEqualTo(first.get("count").asLong());
			JsonNode show = this.client.read(USER + "/shows?facets=" + facet).get("facets").get(facet).get(0);
			assertThat(this.client.read(USER + "/shows?" + facet + "=" + show.get("value").asString())
				.get("totalItems")
				.asLong()).as(facet).isEqualTo(show.get("count").asLong());
			assertThat(movies.get("facets").get(facet)).extracting((value) -> -value.get("count").asLong()).isSorted();
		}
		assertThat(movies("genre=horror&facets=genre").get("facets").get("genre"))
			.extracting((value) -> value.get("value").asString())
			.contains("Horror")
			.doesNotContain("Musical");
		assertThat(this.client.read(USER + "/movies/search?q=nolan&facets=genre").get("facets").get("genre"))
			.isNotEmpty();
		assertThat(movies("").has("facets")).isFalse();
		assertThat(movies("genre=nonsense&facets=city").get("facets").get("city")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/movies/nothing,MOVIE_NOT_FOUND", "/venues/nothing,VENUE_NOT_FOUND", "/shows/nothing,SHOW_NOT_FOUND",
			"/shows/movie/nothing,MOVIE_NOT_FOUND" })
	void saysWhatIsNotThere(String uri, String code) {
		JsonNode answer = this.client.answer(this.client.call(HttpMethod.GET, USER + uri, null, null), 404);
		assertThat(answer.get("code").asString()).isEqualTo(code);
		assertThat(answer.get("success").asBoolean()).isFalse();
	}

	@Test
	void findsVenuesByCityWordsAmenitiesAndDistance() {
		assertThat(this.client.read(USER + "/venues/city/MUMBAI").get("totalItems").asInt()).isEqualTo(2);
		assertThat(this.client.read(USER + "/venues/search?q=korramangala").get("items").get(0).get("city").asString())
			.isEqualTo("Bengaluru");
		assertThat(this.client.read(USER + "/venues?amenities=parking&amenities=recliners").get("items")).isNotEmpty()
			.allMatch((venue) -> venue.get("amenities").toString().contains("Recliners"));
		JsonNode near = this.client.read(USER + "/venues?near=19.06,72.83&radiusKm=30").get("items");
		assertThat(near).hasSize(2);
		assertThat(near.get(0).get("name").asString()).isEqualTo("Meridian Cinemas Bandra");
		assertThat(near.get(0).get("distanceKm").asDouble()).isLessThan(near.get(1).get("distanceKm").asDouble());
	}

	@Test
	void showsTheSeatLayoutOfAVenueAsTextAndJson() {
		JsonNode screen = this.client.read(USER + "/venues/ven-paravai-lower-parel").get("screens").get(0);
		assertThat(screen.get("layout").get(0).asString()).startsWith("A: WW_VV");
		assertThat(screen.get("rows").get(0).get("cells").get(0).asString()).isEqualTo("WHEELCHAIR");
		assertThat(screen.get("rows").get(0).get("cells").get(2).isNull()).isTrue();
	}

	@Test
	void countsTheCities() {
		JsonNode cities = this.client.read(USER + "/cities");
		assertThat(cities).extracting((city) -> city.get("city").asString())
			.contains("Bengaluru", "Chennai", "Hyderabad", "Kolkata", "Mumbai", "New Delhi");
		assertThat(cities).filteredOn((city) -> city.get("city").asString().equals("Mumbai"))
			.singleElement()
			.satisfies((city) -> assertThat(city.get("venues").asInt()).isEqualTo(2));
	}

	@Test
	void filtersShows() {
		LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Kolkata")).plusDays(1);
		JsonNode shows = this.client.read(USER + "/shows?city=chennai&limit=100&date=" + tomorrow).get("items");
		assertThat(shows).isNotEmpty()
			.allMatch((show) -> show.get("city").asString().equals("Chennai")
					&& show.get("localDate").asString().equals(tomorrow.toString()));
		assertThat(shows).extracting((show) -> Instant.parse(show.get("startsAt").asString())).isSorted();
		JsonNode show = shows.get(0);
		assertThat(show.get("seatsLeft").asInt()).isBetween(1, show.get("seatsTotal").asInt());
		assertThat(show.get("priceRange").get("min").get("amount").asString()).matches("\\d+\\.\\d\\d");
		String movie = show.get("movieId").asString();
		assertThat(this.client.read(USER + "/shows/movie/" + movie).get("items")).isNotEmpty()
			.allMatch((other) -> other.get("movieId").asString().equals(movie));
		assertThat(
				this.client.read(USER + "/shows?language=tamil&genre=action&venueId=" + show.get("venueId").asString())
					.get("items"))
			.allMatch((other) -> other.get("language").asString().equals("Tamil")
					&& other.get("genres").toString().contains("Action"));
		String start = show.get("startsAt").asString();
		assertThat(this.client.read(USER + "/shows/filter?from=" + start + "&to=" + start).get("items")).isNotEmpty()
			.allMatch((other) -> other.get("startsAt").asString().equals(start));
		assertThat(this.client.read(USER + "/shows/" + show.get("id").asString())).isEqualTo(show);
		assertThat(this.client.read(USER + "/shows?date=2001-01-01").get("items")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/movies", "/movies/mov-inception", "/venues", "/cities", "/shows?city=Mumbai" })
	void letsACallerKeepWhatHasNotChanged(String uri) {
		HttpHeaders headers = this.client.call(HttpMethod.GET, USER + uri, null, null)
			.expectStatus()
			.isOk()
			.returnResult()
			.getResponseHeaders();
		assertThat(headers.getETag()).isNotBlank();
		assertThat(headers.get(HttpHeaders.CACHE_CONTROL)).containsExactly("no-cache, public");
		this.client.call(HttpMethod.GET, USER + uri, null, null, (more) -> more.setIfNoneMatch(headers.getETag()))
			.expectStatus()
			.isNotModified();
		this.client.call(HttpMethod.GET, USER + uri, null, null, (more) -> more.setIfNoneMatch("\"other\""))
			.expectStatus()
			.isOk();
	}

	@Test
	void tellsOtherServicesOfAShowAndItsSeats() {
		JsonNode listed = this.client.read(USER + "/shows?limit=1").get("items").get(0);
		String uri = "/internal/shows/" + listed.get("id").asString();
		JsonNode show = this.client.answer(this.client.call(HttpMethod.GET, uri, null, this.client.tokens().service()),
				200);
		assertThat(show.get("status").asString()).isEqualTo("SCHEDULED");
		assertThat(show.get("seats")).hasSize(listed.get("seatsTotal").asInt());
		assertThat(
				show.get("prices").get(show.get("seats").get(0).get("category").asString()).get("currency").asString())
			.isEqualTo("INR");
		JsonNode totals = this.client
			.answer(this.client.call(HttpMethod.GET, "/internal/totals", null, this.client.tokens().service()), 200);
		assertThat(totals.get("movies").asInt()).isGreaterThanOrEqualTo(60);
		assertThat(totals.get("activeShows").asInt()).isPositive();
		assertThat(this.client
			.answer(this.client.call(HttpMethod.GET, "/internal/shows/x", null, this.client.tokens().service()), 404)
			.get("code")
			.asString()).isEqualTo("SHOW_NOT_FOUND");
		this.client.call(HttpMethod.GET, uri, null, this.client.tokens().admin()).expectStatus().isForbidden();
		this.client.call(HttpMethod.GET, uri, null, null).expectStatus().isUnauthorized();
	}

	private JsonNode movies(String query) {
		return this.client.read(USER + "/movies?" + query);
	}

}
