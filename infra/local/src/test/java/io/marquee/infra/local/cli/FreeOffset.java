package io.marquee.infra.local.cli;

import java.util.Random;
import java.util.stream.IntStream;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.process.Ports;

/**
 * Finds ports that no one uses, so that tests run beside a suite and beside each other.
 */
final class FreeOffset {

	private FreeOffset() {
	}

	static int find() {
		Random random = new Random();
		return IntStream.generate(() -> random.nextInt(2_000, 20_000))
			.filter((offset) -> IntStream
				.of(Addresses.KAFKA_PORT, Addresses.KAFKA_CONTROLLER_PORT, Addresses.SMTP_PORT, Addresses.MAIL_PORT)
				.allMatch((port) -> Ports.isFree(port + offset)))
			.findFirst()
			.orElseThrow();
	}

}
