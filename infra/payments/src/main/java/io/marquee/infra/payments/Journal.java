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

import tools.jackson.databind.json.JsonMapper;

/**
 * Append-only file of every state of every charge. A line is handed to the operating
 * system before the change is answered, so it survives the death of this process; a
 * simulator need not survive a power cut.
 */
final class Journal implements AutoCloseable {

	/** Longer than nearly every line. */
	private static final int LINE = 1024;

	/** Longer than every line. */
	private static final int BLOCK = 1 << 20;

	private final JsonMapper json;

	private final FileChannel channel;

	private long end;

	Journal(Path folder, JsonMapper json) {
		this.json = json;
		Path file = folder.resolve("charges.jsonl");
		try {
			Files.createDirectories(folder);
			if (Files.exists(file)) {
				dropTornTail(file);
			}
			this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot use the data folder " + folder, ex);
		}
	}

	/** Reads what earlier runs wrote; to be called before the first {@link #append}. */
	void replay(Reader reader) {
		byte[] block = new byte[BLOCK];
		int filled = 0;
		try {
			for (int read = 0; read >= 0; read = this.channel.read(ByteBuffer.wrap(block, filled, BLOCK - filled),
					this.end + filled)) {
				filled += read;
				int line = 0;
				for (int i = 0; i < filled; i++) {
					if (block[i] == '\n') {
						reader.replayed(this.json.readValue(block, line, i - line, Charge.class), this.end + line);
						line = i + 1;
					}
				}
				System.arraycopy(block, line, block, 0, filled - line);
				filled -= line;
				this.end += line;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the journal", ex);
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
