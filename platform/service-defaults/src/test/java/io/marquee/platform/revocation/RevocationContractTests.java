package io.marquee.platform.revocation;

import java.io.IOException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class RevocationContractTests {

	@Test
	void readsTheProducersSample() throws IOException {
		byte[] sample = new ClassPathResource("contracts/marquee.tokens.revoked/sample.json").getContentAsByteArray();

		Revocation read = JsonMapper.builder().build().readValue(sample, Revocation.class);

		assertThat(read.session()).isNull();
		assertThat(read.user()).isEqualTo("5b1f2c3e-8a44-4c55-9d0e-2f6a7b8c9d10");
		assertThat(read.client()).isNull();
		assertThat(read.issuedBefore()).isEqualTo(Instant.parse("2026-11-22T09:30:00Z"));
		assertThat(read.blocked()).isTrue();
		assertThat(read.roles()).containsExactly("user");
	}

}
