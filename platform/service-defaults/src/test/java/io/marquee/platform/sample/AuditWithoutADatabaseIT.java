package io.marquee.platform.sample;

import com.mongodb.ConnectionString;
import io.marquee.infra.store.MongoStore;
import io.marquee.test.ServiceIT;
import io.marquee.test.TestTokens;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What cannot be written down is not done.
 */
@ServiceIT
@Import(AuditWithoutADatabaseIT.Own.class)
@DirtiesContext
class AuditWithoutADatabaseIT {

	private static final MongoStore STORE = MongoStore.inMemory().start();

	@Autowired
	private RestTestClient client;

	@Autowired
	private TestTokens tokens;

	@Test
	void refusesAnActionThatCannotBeAudited() {
		STORE.close();
		this.client.post()
			.uri("/api/v1/admin/things/bulk-paint")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.admin())
			.contentType(MediaType.APPLICATION_JSON)
			.body("[\"a\"]")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("DATABASE_UNAVAILABLE");
		this.client.get()
			.uri("/api/v1/admin/things")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.tokens.admin())
			.exchange()
			.expectStatus()
			.isOk();
		assertThat(AuditedThings.done).doesNotContain("a");
	}

	@TestConfiguration
	static class Own {

		@Bean
		MongoConnectionDetails store() {
			return () -> new ConnectionString(STORE.connectionString() + "/own");
		}

	}

}
