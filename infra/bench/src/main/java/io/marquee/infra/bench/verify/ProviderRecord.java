package io.marquee.infra.bench.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The payment provider's own record of every charge. */
final class ProviderRecord {

	private ProviderRecord() {
	}

	/** The latest state of each charge, by what it was for. */
	static Map<String, List<ProviderCharge>> read(Path journal) {
		Map<String, ProviderCharge> byId = new LinkedHashMap<>();
		try {
			for (String line : Files.exists(journal) ? Files.readAllLines(journal) : List.<String>of()) {
				ProviderCharge charge = ProviderCharge.of(JsonMapper.shared().readTree(line));
				byId.put(charge.id(), charge);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return byId.values().stream().collect(Collectors.groupingBy(ProviderCharge::reference));
	}

	/** Every charge's key. */
	static Set<String> keys(Path journal) {
		return read(journal).values()
			.stream()
			.flatMap(Collection::stream)
			.map(ProviderCharge::key)
			.collect(Collectors.toSet());
	}

	static BigDecimal balance(Collection<ProviderCharge> charges) {
		return charges.stream().map(ProviderCharge::balance).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * A charge.
	 *
	 * @param refunds how often some of it was given back
	 */
	record ProviderCharge(String id, String key, String reference, String status, BigDecimal amount,
			BigDecimal refunded, int refunds) {

		static ProviderCharge of(JsonNode line) {
			BigDecimal refunded = line.path("refunds")
				.valueStream()
				.map((refund) -> new BigDecimal(refund.path("amount").asString()))
				.reduce(BigDecimal.ZERO, BigDecimal::add);
			return new ProviderCharge(line.path("id").asString(), line.path("idempotencyKey").asString(),
					line.path("reference").asString(), line.path("status").asString(),
					new BigDecimal(line.path("amount").asString()), refunded, line.path("refunds").size());
		}

		boolean isTaken() {
			return this.status.equals("SUCCEEDED");
		}

		BigDecimal balance() {
			return isTaken() ? this.amount.subtract(this.refunded) : BigDecimal.ZERO;
		}

	}

}
