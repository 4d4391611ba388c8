package io.marquee.offers;

import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.OfferFixture;
import io.marquee.offers.offer.Offers;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service with its demo data, as the gateway and booking-service use it.
 */
@ServiceIT
@TestPropertySource(properties = "marquee.offers.demo=true")
class OffersServiceIT {

	private static final String DRAFT = """
			{"code":"%s","title":"Half price","description":"50%% off","category":"MOVIE","type":"PERCENTAGE",
			 "value":50,"validFrom":"2026-01-01T00:00:00Z","validUntil":"2036-01-01T00:00:00Z"%s}""";

	@Autowired
	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Autowired
	private Offers offers;

	@Autowired
	@Qualifier("demoData")
	private ApplicationRunner demoData;

	@BeforeEach
	void anOfferThatHasEnded() {
		this.offers.deleteById("offer-ENDED");
		this.offers.insert(OfferFixture.halfPrice()
			.code("ENDED")
			.between(OfferFixture.NOW.minusSeconds(200_000_000), OfferFixture.NOW.minusSeconds(100_000_000))
			.build());
	}

	@ParameterizedTest
	@CsvSource({ "/offers, 11", "/offers/trending, 11", "/offers/category/MOVIE, 6", "/offers/category/restaurant, 3",
			"/offers/category/OTT, 2", "/restaurants, 18", "/restaurants/top-rated, 18", "/restaurants/city/mumbai, 3",
			"/restaurants/city/Nowhere, 0", "/ott, 27", "/ott/new-releases, 27", "/ott/platform/prime-video, 10" })
	void everyoneReadsTheDemoListings(String path, int count) {
		get("/api/v1/user" + path + "?limit=1").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.totalItems")
			.isEqualTo(count)
			.jsonPath("$.data.items.length()")
			.isEqualTo(Math.min(count, 1));
	}

	@Test
	void sortsAsEachListPromises() {
		get("/api/v1/user/restaurants/top-rated").expectBody()
			.jsonPath("$.data.items[0].name")
			.isEqualTo("Filter & Frame");
		get("/api/v1/user/ott/new-releases").expectBody().jsonPath("$.data.items[0].year").isEqualTo(2025);
		get("/api/v1/user/ott/trending").expectBody().jsonPath("$.data.items[?(@.trending==false)]").isEmpty();
	}

	@Test
	void showsARestaurantWithTheOffersThatHoldThere() {
		get("/api/v1/user/restaurants/restaurant-chennai-marina-mess").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.costForTwo.amount")
			.isEqualTo("700.00")
			.jsonPath("$.data.offers[?(@.code=='THALI100')]")
			.isNotEmpty();
		get("/api/v1/user/restaurants/restaurant-delhi-balcony-seats").expectBody()
			.jsonPath("$.data.offers[?(@.code=='THALI100')]")
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/offers/none", "/offers/category/none", "/restaurants/none", "/ott/none" })
	void saysWhatDoesNotExist(String path) {
		get("/api/v1/user" + path).expectStatus()
			.isNotFound()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
			.expectBody()
			.jsonPath("$.success")
			.isEqualTo(false);
	}

	@Test
	void keepsTheBusinessOfTheHouseFromThePublic() {
		get("/api/v1/user/offers/offer-marquee50").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.code")
			.isEqualTo("MARQUEE50")
			.jsonPath("$.data.usedCount")
			.doesNotExist()
			.jsonPath("$.data.totalLimit")
			.doesNotExist();
	}

	@Test
	void answersNotModifiedToWhoHasTheSameAlready() {
		String etag = get("/api/v1/user/offers").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=60, public")
			.returnResult(String.class)
			.getResponseHeaders()
			.getETag();
		assertThat(etag).isNotNull();
		this.client.get()
			.uri("/api/v1/user/offers")
			.header(HttpHeaders.IF_NONE_MATCH, etag)
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void reservesACouponForBookingService() {
		quote("marquee50", "200.00", "Delhi").expectStatus().isOk().expectBody().json("""
				{"offerId":"offer-marquee50","couponCode":"MARQUEE50",
				 "discount":{"amount":"100.00","currency":"INR"},"payable":{"amount":"100.00","currency":"INR"}}
				""");
	}

	@ParameterizedTest
	@CsvSource({ "NONE, 500, Mumbai, 404, COUPON_NOT_FOUND", "ENDED, 500, Mumbai, 409, COUPON_EXPIRED",
			"FLAT100, 499.99, Mumbai, 422, COUPON_MINIMUM_NOT_REACHED",
			"MUMBAI75, 500, Delhi, 422, COUPON_NOT_FOR_CITY", "DINE25, 900, Delhi, 422, COUPON_NOT_FOR_TICKETS" })
	void saysWhyACouponDoesNotApply(String coupon, String amount, String city, int status, String code) {
		quote(coupon, amount, city).expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
	}

	@Test
	void tellsACustomerWhatACouponGives() {
		send(HttpMethod.POST, "/api/v1/user/offers/offer-dine25/use", this.tokens.user("user-1"),
				"{\"amount\":{\"amount\":\"3000.00\",\"currency\":\"INR\"}}")
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.discount.amount")
			.isEqualTo("500.00")
			.jsonPath("$.data.payable.amount")
			.isEqualTo("2500.00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"amount\":null}", "{\"amount\":500}", "{\"amount\":{\"amount\":\"x\"}}",
			"{\"amount\":{\"amount\":\"5\",\"currency\":\"RUPEE\"}}",
			"{\"amount\":{\"amount\":\"-5\",\"currency\":\"INR\"}}" })
	void refusesAnAmountThatIsNone(String body) {
		send(HttpMethod.POST, "/api/v1/user/offers/offer-dine25/use", this.tokens.user("user-1"), body).expectStatus()
			.isBadRequest();
	}

	@Test
	void keepsAnOfferFromItsDraftToItsEnd() {
		String id = created(admin(HttpMethod.POST, "", DRAFT.formatted("NEW50", "")));
		get("/api/v1/user/offers/" + id).expectStatus().isOk();

		admin(HttpMethod.PUT, "/" + id, DRAFT.formatted("NEW50", ",\"totalLimit\":7")).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.totalLimit")
			.isEqualTo(7);
		admin(HttpMethod.PATCH, "/" + id + "/toggle", null).expectBody().jsonPath("$.data.active").isEqualTo(false);
		get("/api/v1/user/offers/" + id).expectStatus().isNotFound();
		quote("NEW50", "500", "Delhi").expectStatus().isEqualTo(409);

		admin(HttpMethod.DELETE, "/" + id, null).expectStatus().isOk();
		admin(HttpMethod.GET, "/" + id, null).expectStatus().isNotFound();
	}

	@Test
	void loadsTheDemoListingsOnceAndLeavesChangesAlone() throws Exception {
		Offer changed = this.offers.save(this.offers.findById("offer-binge99").orElseThrow().toggled(OfferFixture.NOW));
		long before = this.offers.count();
		this.demoData.run(new DefaultApplicationArguments());
		assertThat(this.offers.count()).isEqualTo(before);
		assertThat(this.offers.findById("offer-binge99").orElseThrow().active()).isFalse();
		this.offers.save(changed.toggled(OfferFixture.NOW));
	}

	@Test
	void keepsCouponCodesApart() {
		admin(HttpMethod.POST, "", DRAFT.formatted("MARQUEE50", "")).expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("OFFER_EXISTS");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { ",\"value\":101 | value", ",\"validUntil\":\"2020-01-01T00:00:00Z\" | validUntil",
					",\"code\":\"lower case\" | code", ",\"perUserLimit\":0 | perUserLimit",
					",\"usedCount\":5,\"status\":\"X\" | status",
					",\"minimumOrder\":{\"amount\":\"5\",\"currency\":\"EUR\"} | minimumOrder" })
	void refusesAnOfferThatCannotBe(String change, String field) {
		admin(HttpMethod.POST, "", DRAFT.formatted("BAD50", change.strip())).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[?(@.field=='" + field + "')]")
			.isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "restaurants", "ott" })
	void keepsOtherListingsTheSameWay(String kind) {
		String body = kind.equals("ott") ? """
				{"title":"New","description":"New","platform":"Netflix","kind":"FILM","year":2026,
				 "language":"Hindi","genres":["Drama"],"trending":false}""" : """
				{"name":"New","description":"New","cuisines":["Thali"],"city":"Pune","address":"Camp, Pune",
				 "rating":4.5,"costForTwo":{"amount":"500.00","currency":"INR"}}""";
		String path = "/api/v1/admin/" + kind;
		String id = created(send(HttpMethod.POST, path, this.tokens.admin(), body));
		get("/api/v1/user/" + kind + "/" + id).expectStatus().isOk();
		send(HttpMethod.PATCH, path + "/" + id + "/toggle", this.tokens.admin(), null).expectStatus().isOk();
		get("/api/v1/user/" + kind + "/" + id).expectStatus().isNotFound();
		send(HttpMethod.DELETE, path + "/" + id, this.tokens.admin(), null).expectStatus().isOk();
		send(HttpMethod.POST, path, this.tokens.admin(), "{}").expectStatus().isBadRequest();
	}

	@Test
	void opensEachDoorToItsRoleOnly() {
		send(HttpMethod.GET, "/api/v1/admin/offers", this.tokens.user("user-1"), null).expectStatus().isForbidden();
		send(HttpMethod.GET, "/api/v1/admin/offers", this.tokens.staff(), null).expectStatus().isForbidden();
		get("/api/v1/admin/offers").expectStatus().isUnauthorized();
		this.client.post().uri("/api/v1/user/offers/offer-dine25/use").exchange().expectStatus().isUnauthorized();
	}

	private RestTestClient.ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange();
	}

	private RestTestClient.ResponseSpec quote(String coupon, String amount, String city) {
		return send(HttpMethod.POST, "/internal/redemptions", this.tokens.service(),
				"""
						{"bookingId":"%s","reservedUntil":"2036-01-01T00:00:00Z","couponCode":"%s","userId":"user-1","amount":{"amount":"%s","currency":"INR"},"showId":"show-1",
						 "movieId":"movie-1","venueId":"venue-1","city":"%s"}"""
					.formatted(UUID.randomUUID(), coupon, amount, city));
	}

	private RestTestClient.ResponseSpec admin(HttpMethod method, String path, String body) {
		return send(method, "/api/v1/admin/offers" + path, this.tokens.admin(), body);
	}

	private RestTestClient.ResponseSpec send(HttpMethod method, String path, String token, String body) {
		RestTestClient.RequestBodySpec request = this.client.method(method)
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).body(body) : request).exchange();
	}

	private static String created(RestTestClient.ResponseSpec answer) {
		return JsonPath.read(answer.expectStatus().isCreated().returnResult(String.class).getResponseBody(),
				"$.data.id");
	}

}
