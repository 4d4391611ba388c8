package io.marquee.infra.payments;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import tools.jackson.databind.json.JsonMapper;

/**
 * Append-only file of every state of every charge. A line is handed to the operating
 * system before the change is answered, so it survives the death of this process; a
 * simulator need not survive a power cut.
 */
final class Journal implements AutoCloseable {

	/** Longer than nearly every line. */
	private static final int LINE = 1024;

	private final JsonMapper json;

	private final Path file;

	private final FileChannel channel;

	private long end;

	Journal(Path folder, JsonMapper json) {
		this.json = json;
		this.file = folder.resolve("charges.jsonl");
		try {
			Files.createDirectories(folder);
			if (Files.exists(this.file)) {
				dropTornTail(this.file);
			}
			this.channel = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot use the data folder " + folder, ex);
		}
	}

	/** Reads what earlier runs wrote; to be called before the first {@link #append}. */
	void replay(Reader reader) {
		ByteArrayOutputStream line = new ByteArrayOutputStream(LINE);
		try (InputStream in = new BufferedInputStream(Files.newInputStream(this.file), 1 << 16)) {
			for (int next = in.read(); next >= 0; next = in.read()) {
				if (next != '\n') {
					line.write(next);
					continue;
				}
				reader.replayed(this.json.readValue(line.toByteArray(), Charge.class), this.end);
				this.end += line.size() + 1;
				line.reset();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + this.file, ex);
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

	/**
	 * Adds a state of a charge.
	 * @return where it begins
	 */
	synchronized long append(Charge charge) {
		ByteBuffer line = ByteBuffer
			.wrap((this.json.writeValueAsString(charge) + "\n").getBytes(StandardCharsets.UTF_8));
		long place = this.end;
		try {
			while (line.hasRemaining()) {
				this.end += this.channel.write(line, this.end);
			}
			return place;
		}
		catch (IOException ex) {
			this.end = place;
			throw new UncheckedIOException(ex);
		}
	}

	Charge read(long place) {
		try {
			for (int size = LINE;; size *= 4) {
				byte[] bytes = new byte[size];
				int read = this.channel.read(ByteBuffer.wrap(bytes), place);
				for (int i = 0; i < read; i++) {
					if (bytes[i] == '\n') {
						return this.json.readValue(bytes, 0, i, Charge.class);
					}
				}
				if (read < size) {
					throw new IllegalStateException("The journal ends within a line");
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

	/** Takes one state of a charge and where it begins. */
	interface Reader {

		void replayed(Charge charge, long place);

	}

}
