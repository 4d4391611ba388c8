package io.marquee.infra.payments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

import tools.jackson.databind.json.JsonMapper;

/**
 * Append-only file of every state of every charge. A line is handed to the operating
 * system before the change is answered, so it survives the death of this process; a
 * simulator need not survive a power cut.
 */
final class Journal implements AutoCloseable {

	private final JsonMapper json;

	private final FileChannel channel;

	Journal(Path folder, JsonMapper json, Consumer<Charge> reader) {
		this.json = json;
		try {
			Files.createDirectories(folder);
			Path file = folder.resolve("charges.jsonl");
			if (Files.exists(file)) {
				replay(file, reader);
			}
			this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot use the data folder " + folder, ex);
		}
	}

	private void replay(Path file, Consumer<Charge> reader) throws IOException {
		dropTornTail(file);
		try (var lines = Files.lines(file)) {
			lines.map((line) -> this.json.readValue(line, Charge.class)).forEach(reader);
		}
	}

	/** A kill in the middle of a write leaves half a line, which nobody was answered. */
	private static void dropTornTail(Path file) throws IOException {
		try (var access = new RandomAccessFile(file.toFile(), "rw")) {
			long end = access.length();
			while (end > 0) {
				access.seek(end - 1);
				if (access.read() == '\n') {
					break;
				}
				end--;
			}
			access.setLength(end);
		}
	}

	void append(Charge charge) {
		ByteBuffer line = ByteBuffer
			.wrap((this.json.writeValueAsString(charge) + "\n").getBytes(StandardCharsets.UTF_8));
		try {
			synchronized (this) {
				while (line.hasRemaining()) {
					this.channel.write(line);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
