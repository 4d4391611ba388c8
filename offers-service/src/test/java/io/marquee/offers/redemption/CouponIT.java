package io.marquee.offers.redemption;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.cloudevents.CloudEvent;
import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.OfferFixture;
import io.marquee.offers.offer.Offers;
import io.marquee.offers.redemption.Redemption.State;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Coupons as booking-service asks for them.
 */
@ServiceIT
abstract class CouponIT {

	static final BookingService bookings = new BookingService();

	@Autowired
	RestTestClient client;

	@Autowired
	TestTokens tokens;

	@Autowired
	Offers offers;

	@Autowired
	Redemptions redemptions;

	@Autowired
	CouponNumbers numbers;

	@Autowired
	FollowingBookings following;

	@Autowired
	CheckingReservations checking;

	@Autowired
	JsonMapper json;

	@Autowired
	KafkaTemplate<String, CloudEvent> kafka;

	@DynamicPropertySource
	static void neighbours(DynamicPropertyRegistry registry) {
		registry.add("spring.cloud.discovery.client.simple.instances.booking-service[0].uri", bookings::url);
	}

	@AfterEach
	void bookingServiceIsUp() {
		bookings.down(false);
	}

	Offer offer(UnaryOperator<OfferFixture.OfferBuilder> change) {
		String code = "C" + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase();
		return this.offers.insert(
				change
					.apply(OfferFixture.halfPrice()
						.code(code)
						.between(Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(1))))
					.build());
	}

	void limit(Offer offer, int limit) {
		Offer now = this.offers.findById(offer.id()).orElseThrow();
		this.offers.save(OfferFixture.limited(now, limit));
	}

	Answer reserve(Offer offer, String booking, String user, String... more) {
		String until = Instant.now().plus(Duration.ofMinutes(5)).toString();
		String body = """
				{"bookingId":"%s","couponCode":"%s","userId":"%s","amount":{"amount":"500.00","currency":"INR"},
				 "showId":"show-1","movieId":"movie-1","venueId":"venue-1","city":"Mumbai"%s%s}""".formatted(
				id(offer, booking), offer.code(), user,
				String.join("", more).contains("reservedUntil") ? "" : ",\"reservedUntil\":\"" + until + "\"",
				(more.length > 0) ? "," + String.join(",", more) : "");
		return send(HttpMethod.POST, "/internal/redemptions", this.tokens.service(), body);
	}

	void giveBack(Offer offer, String booking) {
		assertThat(send(HttpMethod.DELETE, "/internal/redemptions/" + id(offer, booking), this.tokens.service(), null)
			.status()).isEqualTo(204);
	}

	State state(Offer offer, String booking) {
		return this.redemptions.find(id(offer, booking)).orElseThrow().state();
	}

	JsonNode usage(Offer offer) {
		return send(HttpMethod.GET, "/api/v1/admin/offers/" + offer.id() + "/usage", this.tokens.admin(), null).body()
			.get("data");
	}

	static String id(Offer offer, String booking) {
		return offer.code() + "-" + booking;
	}

	Answer send(HttpMethod method, String path, String token, String body) {
		RestTestClient.RequestBodySpec request = this.client.method(method)
			.uri(path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		EntityExchangeResult<byte[]> result = ((body != null)
				? request.contentType(MediaType.APPLICATION_JSON).body(body) : request)
			.exchange()
			.expectBody()
			.returnResult();
		byte[] content = result.getResponseBody();
		return new Answer(result.getStatus().value(),
				this.json.readTree((content != null) ? new String(content, StandardCharsets.UTF_8) : "{}"));
	}

	static <T> List<T> atOnce(int count, IntFunction<T> call) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<T>> calls = IntStream.range(0, count)
				.<Callable<T>>mapToObj((i) -> () -> call.apply(i))
				.toList();
			List<T> results = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(calls)) {
				results.add(future.get());
			}
			return results;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Answer(int status, JsonNode body) {

		String code() {
			return this.body.path("code").asString("");
		}

	}

}
