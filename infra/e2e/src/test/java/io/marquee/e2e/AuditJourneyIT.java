package io.marquee.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an administrator does in one service is found in the trail of another.
 */
@ExtendWith(Suite.class)
class AuditJourneyIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private final Suite suite;

	private final Api api;

	AuditJourneyIT(Suite suite) {
		this.suite = suite;
		this.api = Api.at(suite.gateway());
	}

	@Test
	void anAdminsActionIsOnTheTrailWithWhoWhatAndTrace() {
		String traceId = UUID.randomUUID().toString().replace("-", "");
		Api admin = this.api.loggedIn("admin@marquee.example", this.suite.demoPassword());
		String me = admin.get("/api/v1/auth/me").data("id").asString();
		String movie = movie(admin);

		Api.Answer toggled = admin.with("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
			.patch("/api/v1/admin/movies/" + movie + "/toggle", Map.of());
		assertThat(toggled.status()).as(toggled.toString()).isEqualTo(200);
		admin.patch("/api/v1/admin/movies/" + movie + "/toggle", Map.of());

		String question = "/api/v1/admin/audit?sort=at&target=" + movie + "&actor=" + me
				+ "&service=catalog-service&outcome=succeeded";
		await().atMost(SOON).until(() -> admin.get(question).data("items").size() >= 2);
		assertThat(admin.get(question).data("items").values())
			.filteredOn((entry) -> entry.path("traceId").asString().equals(traceId))
			.singleElement()
			.satisfies((entry) -> {
				assertThat(entry.path("action").asString()).isEqualTo("PATCH /api/v1/admin/movies/{id}/toggle");
				assertThat(entry.at("/actor/id").asString()).isEqualTo(me);
				assertThat(entry.at("/actor/roles").toString()).contains("\"admin\"");
				assertThat(entry.at("/target/id").asString()).isEqualTo(movie);
				assertThat(entry.at("/from/address").asString()).isNotBlank();
				assertThat(entry.at("/outcome/status").asInt()).isEqualTo(200);
				assertThat(entry.toString()).doesNotContain("marquee.example");
			});
		assertThat(admin.delete("/api/v1/admin/audit").status()).isEqualTo(405);
	}

	@Test
	void whoComesPastTheGatewayIsOnTheTrailToo() {
		Api admin = this.api.loggedIn("admin@marquee.example", this.suite.demoPassword());
		Api.Answer user = this.api.post("/api/v1/auth/login",
				Map.of("email", "user@marquee.example", "password", this.suite.demoPassword()));
		String movie = movie(admin);
		assertThat(Api.at(this.suite.address(8102))
			.as(user.data("accessToken").asString())
			.patch("/api/v1/admin/movies/" + movie + "/toggle", Map.of())
			.status()).isEqualTo(403);
		String question = "/api/v1/admin/audit?outcome=refused&target=" + movie + "&actor="
				+ user.data("user/id").asString();
		await().atMost(SOON).until(() -> admin.get(question).data("items").size() == 1);
		assertThat(this.api.as(user.data("accessToken").asString()).get(question).status()).isEqualTo(403);
	}

	private static String movie(Api admin) {
		JsonNode id = admin.get("/api/v1/admin/movies?limit=1&page=3").data("items/0/id");
		assertThat(id.asString()).isNotBlank();
		return id.asString();
	}

}
