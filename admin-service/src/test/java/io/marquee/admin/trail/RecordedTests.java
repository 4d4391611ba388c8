package io.marquee.admin.trail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what every service promises to record.
 */
class RecordedTests {

	@Test
	void keepsEverythingThatIsRecorded() throws IOException {
		String sample = new ClassPathResource("contracts/marquee.audit.recorded/sample.json")
			.getContentAsString(StandardCharsets.UTF_8);
		JsonMapper json = JsonMapper.shared();
		assertThat(json.readTree(json.writeValueAsString(json.readValue(sample, Recorded.class))))
			.isEqualTo(json.readTree(sample));
	}

}
