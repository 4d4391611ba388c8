package io.marquee.infra.payments;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IndexTests {

	private final Index index = new Index();

	@Test
	void findsEveryNameHoweverMany() {
		for (int i = 0; i < 100_000; i++) {
			this.index.add("pay_" + i, i);
		}
		for (int i = 0; i < 100_000; i++) {
			assertThat(this.index.candidates("pay_" + i).toArray()).contains(i);
		}
		assertThat(this.index.candidates("pay_none")).isEmpty();
	}

	@Test
	void nameMayHaveSeveralNumbers() {
		this.index.add("pay_1", 7);
		this.index.add("pay_1", 9);
		assertThat(this.index.candidates("pay_1").toArray()).containsExactlyInAnyOrder(7, 9);
	}

}
