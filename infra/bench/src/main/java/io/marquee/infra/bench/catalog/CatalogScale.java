package io.marquee.infra.bench.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import io.marquee.infra.bench.load.Report;
import io.marquee.infra.bench.stack.Stack;
import io.marquee.infra.bench.stack.StackPlan;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.process.ResidentSet;
import io.marquee.infra.local.suite.Progress;

/**
 * What a public read of a large catalogue costs against one of the demo catalogue: two
 * whole stacks side by side, asked in turns.
 */
public final class CatalogScale {

	private static final long SEED = 20_261_127;

	private static final int WARM = 400;

	private static final int ROUNDS = 10;

	private static final int ROUND = 40;

	/** So that no port of one stack is a port of the other. */
	private static final int APART = 20;

	private static final String SMALL_STORE = "512m";

	private static final long MEBIBYTE = 1024 * 1024;

	private final int portOffset;

	private final Home home;

	private final Report report;

	private final Consumer<String> progress;

	/**
	 * A measurement.
	 * @param portOffset what is added to every usual port
	 * @param home where the files go
	 * @param report takes the figures
	 * @param progress is told how it goes on
	 */
	public CatalogScale(int portOffset, Home home, Report report, Consumer<String> progress) {
		this.portOffset = portOffset;
		this.home = home;
		this.report = report;
		this.progress = progress;
	}

	/**
	 * Measures.
	 * @param size how large the large catalogue is
	 * @param catalogHeap the heap catalog-service has for it; for the demo catalogue it
	 * has what it has on the local platform
	 * @param storeHeap the heap of the store for it
	 * @throws InterruptedException when interrupted
	 */
	public void run(CatalogSize size, String catalogHeap, String storeHeap) throws InterruptedException {
		try (Stack demo = start("demo", 0, SMALL_STORE, new StackPlan.Catalog(true, List.of()));
				Stack large = start("large", APART, storeHeap,
						new StackPlan.Catalog(false, List.of("-Xmx" + catalogHeap)))) {
			this.progress.accept("making " + size);
			GeneratedCatalog catalog = GeneratedCatalog.make(size, LocalDate.now(ZoneOffset.UTC), SEED);
			new Loading(large, this.progress).load(catalog);
			try (Side few = new Side(demo); Side many = new Side(large)) {
				measure(few, many);
				tell(few, many, size, catalogHeap);
			}
		}
	}

	/**
	 * Round by round through all kinds, so that none is read while the JVMs are younger.
	 */
	private void measure(Side few, Side many) {
		this.progress.accept("warming up");
		for (Read read : Read.ALL) {
			for (Side side : List.of(few, many)) {
				side.read(read, WARM, false);
				side.readHot(read, WARM, false);
			}
		}
		for (int i = 1; i <= ROUNDS; i++) {
			this.progress.accept("round %d of %d".formatted(i, ROUNDS));
			for (Read read : Read.ALL) {
				few.read(read, ROUND, true);
				many.read(read, ROUND, true);
				few.readHot(read, ROUND, true);
				many.readHot(read, ROUND, true);
			}
		}
	}

	private void tell(Side few, Side many, CatalogSize size, String catalogHeap) {
		Comparator<Read> byRatio = Comparator.comparingDouble((read) -> ratio(few, many, read));
		Read worst = Read.ALL.stream().max(byRatio).orElseThrow();
		List<Double> ratios = Read.ALL.stream().map((read) -> ratio(few, many, read)).sorted().toList();
		this.report.add("median of a public read, %s against the demo catalogue".formatted(size), "2 ×",
				"%.2f × at worst (%s: %.2f ms against %.2f ms), %.2f × in the middle of %d kinds".formatted(
						ratio(few, many, worst), worst.name(), many.millis(worst, 50), few.millis(worst, 50),
						ratios.get(ratios.size() / 2), ratios.size()));
		this.report.note(table(few, many));
		this.report
			.note("""
					Through the gateway, one request at a time, %d of each kind and catalogue in %d interleaved rounds after %d. \
					"Hot" is one page again and again, from the gateway's cache. Resident: catalog-service %,d MiB (-Xmx%s) \
					against %,d MiB, store %,d MiB against %,d MiB."""
				.formatted(ROUNDS * ROUND, ROUNDS, WARM, megabytes(many, "catalog-service"), catalogHeap,
						megabytes(few, "catalog-service"), megabytes(many, "mongo-store"),
						megabytes(few, "mongo-store")));
	}

	private static String table(Side few, Side many) {
		List<String> lines = new ArrayList<>(
				List.of("| read | demo p50 | p99 | large p50 | p99 | ratio of medians | hot p50, demo and large |",
						"|---|---|---|---|---|---|---|"));
		for (Read read : Read.ALL) {
			lines.add("| %s | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f × | %.2f ms, %.2f ms |".formatted(
					read.name(), few.millis(read, 50), few.millis(read, 99), many.millis(read, 50),
					many.millis(read, 99), ratio(few, many, read), few.hotMillis(read, 50), many.hotMillis(read, 50)));
		}
		return String.join("\n", lines);
	}

	private static double ratio(Side few, Side many, Read read) {
		return many.millis(read, 50) / few.millis(read, 50);
	}

	private static long megabytes(Side side, String process) {
		return ResidentSet.of(side.stack().pid(process)) / MEBIBYTE;
	}

	private Stack start(String name, int apart, String storeHeap, StackPlan.Catalog catalog)
			throws InterruptedException {
		this.progress.accept("starting the stack with the " + name + " catalogue");
		StackPlan plan = StackPlan.of(this.portOffset + apart, List.of())
			.behindGateway()
			.withStoreHeap(storeHeap)
			.with(catalog);
		return Stack.start(plan, new Home(this.home.repository(), this.home.state().resolve("catalog-" + name)),
				Progress.NONE);
	}

}
