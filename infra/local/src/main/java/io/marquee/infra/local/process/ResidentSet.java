package io.marquee.infra.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The memory a process holds.
 */
public final class ResidentSet {

	private ResidentSet() {
	}

	/**
	 * Reads it from the system.
	 * @param pid the process
	 * @return bytes, 0 when it cannot be known
	 */
	public static long of(long pid) {
		Path status = Path.of("/proc/" + pid + "/status");
		try {
			if (Files.exists(status)) {
				return kibibytes(Files.readAllLines(status)
					.stream()
					.filter((line) -> line.startsWith("VmRSS:"))
					.findFirst()
					.orElse("0"));
			}
			Process ps = new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", String.valueOf(pid))).start();
			return kibibytes(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
		}
		catch (IOException | NumberFormatException ex) {
			return 0;
		}
	}

	private static long kibibytes(String text) {
		return Long.parseLong(text.replaceAll("\\D", "")) * 1024;
	}

}
