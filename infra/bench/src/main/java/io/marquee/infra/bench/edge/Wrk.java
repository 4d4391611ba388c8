package io.marquee.infra.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Load from outside this JVM.
 *
 * @param program the file of wrk
 * @param connections how many at once
 */
record Wrk(String program, int connections) {

	/** The very first answers of a process take long. */
	private static final String PATIENCE = "20s";

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

	private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

	/**
	 * Asks for one page as often as it is answered.
	 * @param address the page
	 * @param accept what is accepted
	 * @param time how long
	 * @return answers a second
	 * @throws IllegalStateException if any of them was wrong
	 */
	double run(String address, String accept, Duration time) {
		String said = output(List.of(this.program, "-t2", "-c" + this.connections, "-d" + time.toSeconds() + "s",
				"--timeout", PATIENCE, "-H", "Accept: " + accept, address));
		Matcher rate = RATE.matcher(said);
		if (!rate.find() || WRONG.matcher(said).find()) {
			throw new IllegalStateException("wrk says of " + address + ":\n" + said);
		}
		return Double.parseDouble(rate.group(1));
	}

	private static String output(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
