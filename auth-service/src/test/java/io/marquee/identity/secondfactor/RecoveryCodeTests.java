package io.marquee.identity.secondfactor;

import java.util.HashSet;
import java.util.Locale;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecoveryCodeTests {

	@RepeatedTest(50)
	void areReadBackHoweverTheyAreTyped() {
		RecoveryCode code = RecoveryCode.random();

		assertThat(code.readable()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
		assertThat(RecoveryCode.typed(code.readable())).isEqualTo(code);
		assertThat(RecoveryCode.typed(" " + code.value().toLowerCase(Locale.ROOT) + " ")).isEqualTo(code);
		assertThat(RecoveryCode.typed(code.readable().replace('-', ' ').replace('0', 'o').replace('1', 'l')))
			.isEqualTo(code);
		assertThat(code.toString()).doesNotContain(code.value());
	}

	@Test
	void comeInTensAndDiffer() {
		assertThat(new HashSet<>(RecoveryCode.set())).hasSize(10);
	}

	@Test
	void useEveryLetter() {
		StringBuilder letters = new StringBuilder();
		for (int i = 0; i < 500; i++) {
			letters.append(RecoveryCode.random().value());
		}

		assertThat(letters.chars().distinct()).hasSize(32);
	}

}
