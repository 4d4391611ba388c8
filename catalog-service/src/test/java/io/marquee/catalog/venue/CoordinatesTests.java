package io.marquee.catalog.venue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CoordinatesTests {

	private static final Coordinates MUMBAI = new Coordinates(19.0760, 72.8777);

	private static final Coordinates DELHI = new Coordinates(28.6139, 77.2090);

	@Test
	void measuresAlongTheSurface() {
		assertThat(MUMBAI.kilometresTo(DELHI)).isCloseTo(1148, within(10.0));
		assertThat(DELHI.kilometresTo(MUMBAI)).isEqualTo(MUMBAI.kilometresTo(DELHI), within(1e-9));
		assertThat(MUMBAI.kilometresTo(MUMBAI)).isZero();
	}

	@Test
	void goesTheShortWayOverTheDateLine() {
		assertThat(new Coordinates(0, 179.5).kilometresTo(new Coordinates(0, -179.5))).isCloseTo(111.2, within(0.1));
	}

}
