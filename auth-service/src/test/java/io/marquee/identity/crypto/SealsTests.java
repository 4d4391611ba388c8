package io.marquee.identity.crypto;

import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SealsTests {

	private static final String OLD = "2026:oooooooooooooooooooooooooooooooooooooooooooo";

	private static final String NEW = "2027:" + "n".repeat(44);

	private final Seals seals = with(OLD);

	@Test
	void opensWhatItSealedForTheSameOwnerAndUseOnly() {
		String sealed = this.seals.seal("use", "a secret", "owner");

		assertThat(sealed).doesNotContain("a secret").isNotEqualTo(this.seals.seal("use", "a secret", "owner"));
		assertThat(this.seals.open("use", sealed, "owner")).isEqualTo("a secret");
		assertThatIllegalStateException().isThrownBy(() -> this.seals.open("use", sealed, "another"));
		assertThatIllegalStateException().isThrownBy(() -> this.seals.open("another", sealed, "owner"));
	}

	@Test
	void needsBothTheServersKeyAndTheSecretKeptElsewhere() {
		String sealed = this.seals.seal("use", "a token", "owner", "challenge id");

		assertThat(this.seals.open("use", sealed, "owner", "challenge id")).isEqualTo("a token");
		assertThatIllegalStateException().isThrownBy(() -> this.seals.open("use", sealed, "owner", "another id"));
		assertThatIllegalStateException().isThrownBy(() -> this.seals.open("use", sealed, "owner"));
		assertThatIllegalStateException()
			.isThrownBy(() -> with("2026:" + "x".repeat(44)).open("use", sealed, "owner", "challenge id"));
	}

	@Test
	void opensAndFindsWhatAnOldKeyMadeAndMakesAllNewUnderTheFirst() {
		String sealed = this.seals.seal("use", "a secret", "owner");
		String hash = this.seals.hash("use", "a code");
		Seals rotated = with(NEW + "," + OLD);

		assertThat(rotated.open("use", sealed, "owner")).isEqualTo("a secret");
		assertThat(rotated.isCurrent(sealed)).isFalse();
		assertThat(rotated.hashes("use", "a code")).contains(hash);
		assertThat(rotated.hash("use", "a code")).startsWith("2027:").isNotEqualTo(hash);

		String renewed = rotated.seal("use", "a secret", "owner");
		assertThat(rotated.isCurrent(renewed)).isTrue();
		assertThat(with(NEW).open("use", renewed, "owner")).isEqualTo("a secret");
		assertThatIllegalStateException().isThrownBy(() -> with(NEW).open("use", sealed, "owner"))
			.withMessageContaining("2026");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "${MARQUEE_SECOND_FACTOR_KEYS}", "2026", "2026:c2hvcnQ=", OLD + ",", OLD + "," + OLD })
	void saysWhichVariableIsWrongAndNotWhatIsInIt(String keys) {
		Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
		SealSettings settings = new SealSettings(keys);
		Set<ConstraintViolation<SealSettings>> violations = validator.validate(settings);

		assertThat(violations).singleElement()
			.extracting(ConstraintViolation::getMessage)
			.asString()
			.contains("MARQUEE_SECOND_FACTOR_KEYS");
		assertThat(settings.toString()).doesNotContain("2026");
	}

	private static Seals with(String keys) {
		return new Seals(new SealSettings(keys));
	}

}
