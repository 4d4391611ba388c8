package io.marquee.offers.redemption.messaging;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what auth-service promises to send.
 */
class ContractTests {

	@Test
	void readsWhoseAccountWasClosed() throws IOException {
		try (InputStream in = new ClassPathResource("contracts/marquee.user.deleted/sample.json").getInputStream()) {
			assertThat(JsonMapper.shared().readValue(in, ClosedAccounts.Closed.class).userId()).isNotBlank();
		}
	}

}
