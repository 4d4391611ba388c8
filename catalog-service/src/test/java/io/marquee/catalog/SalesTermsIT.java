package io.marquee.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogIT
class SalesTermsIT {

	private static final String VENUES = "/api/v1/admin/venues";

	private static final String SHOWS = "/api/v1/admin/shows";

	@Autowired
	private CatalogClient client;

	@Test
	void sellsOnTheTermsOfTheVenue() {
		JsonNode venue = this.client.newVenue();
		String uri = VENUES + "/" + venue.get("id").asString();
		assertTerms(venue, "[24, 100], [2, 50]", 0);
		Instant start = CatalogClient.inDays(9);
		String show = "/internal/shows/" + this.client
			.admin(HttpMethod.POST, SHOWS, CatalogClient.show(this.client.newMovie(), venue, start), 201)
			.get("id")
			.asString();
		JsonNode standard = internal(show);
		assertThat(standard.get("cancellationPolicy")).isEqualTo(venue.get("cancellationPolicy"));
		assertThat(standard.get("salesCloseAt").asString()).isEqualTo(start.toString());
		assertThat(standard.get("endsAt").asString()).isEqualTo(start.plus(Duration.ofHours(2)).toString());
		String own = "{\"cancellationPolicy\":[{\"hoursBefore\":48,\"refundPercent\":80}],\"bookingCutOffMinutes\":30}";
		assertTerms(this.client.admin(HttpMethod.PATCH, uri, own, 200), "[48, 80]", 30);
		assertTerms(this.client.read(uri.replace("admin", "user")), "[48, 80]", 30);
		assertTerms(this.client.admin(HttpMethod.PATCH, uri, "{\"name\":\"Other\"}", 200), "[48, 80]", 30);
		JsonNode changed = internal(show);
		assertThat(changed.get("cancellationPolicy").get(0).get("refundPercent").asInt()).isEqualTo(80);
		assertThat(changed.get("salesCloseAt").asString()).isEqualTo(start.minus(Duration.ofMinutes(30)).toString());
		assertTerms(this.client.admin(HttpMethod.PATCH, uri, "{\"cancellationPolicy\":[]}", 200), "", 30);
		assertThat(internal(show).get("cancellationPolicy")).isEmpty();
		assertTerms(this.client.admin(HttpMethod.PATCH, uri, "{\"cancellationPolicy\":null}", 200),
				"[24, 100], [2, 50]", 30);
	}

	@Test
	void isNotOnSaleWithinTheVenuesCutOff() {
		JsonNode venue = this.client.newVenue();
		String terms = VENUES + "/" + venue.get("id").asString();
		Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(4));
		String show = "/api/v1/user/shows/" + this.client
			.admin(HttpMethod.POST, "/api/v1/admin/shows", CatalogClient.show(this.client.newMovie(), venue, start),
					201)
			.get("id")
			.asString();
		assertThat(this.client.read(show).get("onSale").asBoolean()).isTrue();
		this.client.admin(HttpMethod.PATCH, terms, "{\"bookingCutOffMinutes\":300}", 200);
		assertThat(this.client.read(show).get("onSale").asBoolean()).isFalse();
		assertThat(this.client.read(show).get("salesCloseAt").isNull()).isTrue();
		this.client.admin(HttpMethod.PATCH, terms, "{\"bookingCutOffMinutes\":60}", 200);
		assertThat(this.client.read(show).get("onSale").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					"bookingCutOffMinutes":-1                                   | bookingCutOffMinutes
					"bookingCutOffMinutes":1441                                 | bookingCutOffMinutes
					"cancellationPolicy":[[24,101]]                             | cancellationPolicy[0].refundPercent
					"cancellationPolicy":[[-1,100]]                             | cancellationPolicy[0].hoursBefore
					"cancellationPolicy":[[null,100]]                           | cancellationPolicy[0].hoursBefore
					"cancellationPolicy":[[24,100],[24,50]]                     | cancellationPolicy[1].hoursBefore
					"cancellationPolicy":[[24,50],[2,100]]                      | cancellationPolicy[1].refundPercent
					"cancellationPolicy":[[11,1],[10,1],[9,1],[8,1],[7,1],[6,1],[5,1],[4,1],[3,1],[2,1],[1,1]] | cancellationPolicy
					""")
	void refusesTermsThatMakeNoSense(String terms, String field) {
		String rules = terms.replaceAll("\\[([^\\[,]+),([^,\\]]+)]", "{\"hoursBefore\":$1,\"refundPercent\":$2}");
		JsonNode answer = this.client.refused(HttpMethod.POST, VENUES,
				CatalogClient.venue("Terms").replaceFirst("\\{", "{" + rules + ","), 400);
		assertThat(answer.get("errors")).as(answer.toString())
			.extracting((error) -> error.get("field").asString())
			.containsExactly(field);
	}

	private JsonNode internal(String uri) {
		return this.client.answer(this.client.call(HttpMethod.GET, uri, null, this.client.tokens().service()), 200);
	}

	private static void assertTerms(JsonNode venue, String policy, int cutOff) {
		assertThat(venue.get("cancellationPolicy")
			.valueStream()
			.map((rule) -> "[" + rule.get("hoursBefore").asInt() + ", " + rule.get("refundPercent").asInt() + "]")
			.collect(Collectors.joining(", "))).isEqualTo(policy);
		assertThat(venue.get("bookingCutOffMinutes").asInt()).isEqualTo(cutOff);
	}

}
