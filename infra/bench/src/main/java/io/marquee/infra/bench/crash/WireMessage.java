package io.marquee.infra.bench.crash;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Set;

import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A message of MongoDB's wire protocol.
 *
 * @param bytes all of it, header included
 */
record WireMessage(byte[] bytes) {

	private static final int HEADER = 16;

	private static final int OP_MSG = 2013;

	private static final int FLAGS = 4;

	private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");

	/** The next message, or null at the end of the stream. */
	static @Nullable WireMessage read(DataInputStream in) throws IOException {
		byte[] length = new byte[4];
		int first = in.read();
		if (first < 0) {
			return null;
		}
		length[0] = (byte) first;
		in.readFully(length, 1, 3);
		byte[] bytes = new byte[number(length, 0)];
		System.arraycopy(length, 0, bytes, 0, 4);
		if (in.readNBytes(bytes, 4, bytes.length - 4) < bytes.length - 4) {
			throw new EOFException();
		}
		return new WireMessage(bytes);
	}

	int id() {
		return number(this.bytes, 4);
	}

	int answerTo() {
		return number(this.bytes, 8);
	}

	/**
	 * The collection it changes and how, such as {@code update bookings}; null if none.
	 */
	@Nullable String write() {
		if (number(this.bytes, 12) != OP_MSG) {
			return null;
		}
		// The driver may put the documents before the command.
		int at = HEADER + FLAGS;
		while (at < this.bytes.length && this.bytes[at] != 0) {
			at += 1 + number(this.bytes, at + 1);
		}
		RawBsonDocument command = new RawBsonDocument(this.bytes, at + 1, number(this.bytes, at + 1));
		String name = command.getFirstKey();
		return WRITES.contains(name.toLowerCase(Locale.ROOT)) ? name + " " + command.getString(name).getValue() : null;
	}

	private static int number(byte[] bytes, int at) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
	}

}
