package io.marquee.infra.bench.crash;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WireMessageTests {

	@ParameterizedTest
	@CsvSource({ "insert,insert bookings", "update,update bookings", "delete,delete bookings",
			"findAndModify,findAndModify bookings", "find,", "aggregate,", "hello," })
	void knowsWrites(String command, String write) throws IOException {
		assertThat(read(message(7, command, false)).getFirst().write()).isEqualTo(write);
	}

	@Test
	void findsTheCommandBehindItsDocuments() throws IOException {
		assertThat(read(message(7, "insert", true)).getFirst().write()).isEqualTo("insert bookings");
	}

	@Test
	void readsOneMessageAfterAnother() throws IOException {
		byte[] two = ByteBuffer.allocate(2 * message(1, "find", false).length)
			.put(message(1, "find", false))
			.put(message(2, "find", false))
			.array();
		assertThat(read(two)).extracting(WireMessage::id).containsExactly(1, 2);
	}

	private static List<WireMessage> read(byte[] bytes) throws IOException {
		List<WireMessage> all = new ArrayList<>();
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
		for (WireMessage message = WireMessage.read(in); message != null; message = WireMessage.read(in)) {
			all.add(message);
		}
		return all;
	}

	private static byte[] message(int id, String command, boolean documentsFirst) throws IOException {
		ByteArrayOutputStream sections = new ByteArrayOutputStream();
		if (documentsFirst) {
			byte[] documents = bson(new Document("_id", 1));
			sections.write(1);
			sections.write(little(4 + "documents".length() + 1 + documents.length));
			sections.write("documents\0".getBytes());
			sections.write(documents);
		}
		sections.write(0);
		sections.write(bson(new Document(command, "bookings").append("$db", "bookings")));
		byte[] body = sections.toByteArray();
		return ByteBuffer.allocate(20 + body.length)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(20 + body.length)
			.putInt(id)
			.putInt(0)
			.putInt(2013)
			.putInt(0)
			.put(body)
			.array();
	}

	private static byte[] bson(Document document) {
		BasicOutputBuffer buffer = new BasicOutputBuffer();
		new DocumentCodec().encode(new BsonBinaryWriter(buffer), document, EncoderContext.builder().build());
		return buffer.toByteArray();
	}

	private static byte[] little(int number) {
		return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
	}

}
