package io.marquee.infra.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Who used how much of the CPU time, from the system's own count. */
final class CpuTimes {

	/** The kernel's clock tick as programs see it. */
	private static final int TICKS = 100;

	private final Map<String, Long> pids;

	private final Map<String, Long> before;

	private final long start = System.nanoTime();

	private CpuTimes(Map<String, Long> pids) {
		this.pids = pids;
		this.before = now();
	}

	/** Counts from now on. */
	static CpuTimes of(Map<String, Long> processes) {
		Map<String, Long> all = new LinkedHashMap<>(processes);
		all.put("load generator", ProcessHandle.current().pid());
		return new CpuTimes(all);
	}

	/** Shares of all cores' time since the start, in percent. */
	Map<String, Double> shares() {
		double all = (System.nanoTime() - this.start) / 1e9 * Runtime.getRuntime().availableProcessors();
		Map<String, Long> now = now();
		Map<String, Double> shares = new LinkedHashMap<>();
		this.pids.keySet()
			.forEach((name) -> shares.put(name,
					100.0 * (now.getOrDefault(name, 0L) - this.before.getOrDefault(name, 0L)) / TICKS / all));
		return shares;
	}

	/** CPU time since the start by unit of work: it hardly depends on what else runs. */
	String perUnit(long units) {
		Map<String, Long> now = now();
		return this.pids.keySet()
			.stream()
			.map((name) -> "%s %.2f ms".formatted(name,
					(now.getOrDefault(name, 0L) - this.before.getOrDefault(name, 0L)) * 1000.0 / TICKS
							/ Math.max(1, units)))
			.collect(Collectors.joining(", "));
	}

	/**
	 * CPU time of the processes since the start by unit of work, in ms, without our own.
	 */
	double millisPerUnit(long units) {
		Map<String, Long> now = now();
		long own = ProcessHandle.current().pid();
		return this.pids.entrySet()
			.stream()
			.filter((process) -> process.getValue() != own)
			.mapToLong((process) -> now.getOrDefault(process.getKey(), 0L)
					- this.before.getOrDefault(process.getKey(), 0L))
			.sum() * 1000.0 / TICKS / Math.max(1, units);
	}

	String text() {
		return shares().entrySet()
			.stream()
			.map((share) -> "%s %.0f %%".formatted(share.getKey(), share.getValue()))
			.collect(Collectors.joining(", "));
	}

	private Map<String, Long> now() {
		Map<String, Long> ticks = new LinkedHashMap<>();
		this.pids.forEach((name, pid) -> ticks.put(name, ticks(pid)));
		return ticks;
	}

	private static long ticks(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
		}
		catch (IOException ex) {
			// Not Linux, or gone.
			return 0;
		}
	}

}
