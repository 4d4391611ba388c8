package io.marquee.platform.money;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void isScaledToItsCurrencyRoundingHalfUp() {
		assertThat(Money.of("10.005", "INR")).isEqualTo(Money.of("10.01", "INR"));
		assertThat(Money.of("10", "INR").amount()).hasToString("10.00");
		assertThat(Money.of("10.5", "JPY").amount()).hasToString("11");
	}

	@Test
	void keepsCurrenciesApart() {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "INR").plus(Money.of("1", "USD")));
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "COINS"));
	}

	@Test
	void countsExactly() {
		assertThat(Money.of("0.10", "INR").times(3)).isEqualTo(Money.of("0.30", "INR"));
		assertThat(Money.of("99.99", "INR").percent(new BigDecimal("12.5"))).isEqualTo(Money.of("12.50", "INR"));
		assertThat(Money.of("1", "INR").minus(Money.of("2", "INR")).isNegative()).isTrue();
	}

	@Test
	void travelsAsADecimalString() {
		String text = this.json.writeValueAsString(Money.of("500", "INR"));
		assertThat(text).isEqualTo("{\"amount\":\"500.00\",\"currency\":\"INR\"}");
		assertThat(this.json.readValue(text, Money.class)).isEqualTo(Money.of("500", "INR"));
	}

}
