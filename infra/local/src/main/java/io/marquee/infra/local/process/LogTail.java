package io.marquee.infra.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The last lines of a log, read from its end: logs grow.
 */
public final class LogTail {

	/** Generous: a service's line may hold a stack trace. */
	private static final int BYTES_PER_LINE = 2_000;

	private LogTail() {
	}

	/**
	 * Reads the last lines.
	 * @param log the file
	 * @param lines how many at most
	 * @return the lines; none when there is no such file
	 */
	public static List<String> of(Path log, int lines) {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long length = Math.min(file.length(), (long) lines * BYTES_PER_LINE);
			byte[] end = new byte[(int) Math.min(length, Integer.MAX_VALUE)];
			file.seek(file.length() - end.length);
			file.readFully(end);
			List<String> read = new String(end, StandardCharsets.UTF_8).lines().toList();
			return read.subList(Math.max(0, read.size() - lines), read.size());
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
