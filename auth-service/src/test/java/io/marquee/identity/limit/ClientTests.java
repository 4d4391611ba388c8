package io.marquee.identity.limit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
			"2001:db8:1:2::1, 2001:db8:1:2:0:0:0:0/64", "2001:db8:1:3::1, 2001:db8:1:3:0:0:0:0/64",
			"::ffff:203.0.113.7, 203.0.113.7", "fe80::1, fe80:0:0:0:0:0:0:0/64", "unknown, unknown" })
	void countsByAddressOfVersionFourAndNetworkOfVersionSix(String address, String network) {
		assertThat(new Client(address).network()).isEqualTo(network);
	}

}
