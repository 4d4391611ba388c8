package io.marquee.identity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

	@Test
	void comparesWithoutCaseAndSpace() {
		assertThat(new EmailAddress(" Asha@Example.org ")).isEqualTo(new EmailAddress("asha@example.org"));
	}

	@Test
	void printsNoLocalPart() {
		assertThat(new EmailAddress("asha@example.org")).hasToString("…@example.org");
		assertThat(new EmailAddress("asha").toString()).doesNotContain("sha@");
	}

}
