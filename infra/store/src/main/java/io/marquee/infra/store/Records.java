package io.marquee.infra.store;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * The documents of one collection, by position. They rest as BSON: whoever reads one gets
 * a copy, so that nothing half-changed is ever seen, sent or written to disk.
 */
final class Records {

	private final ConcurrentMap<Long, byte[]> documents;

	private final Runnable onChange;

	private final AtomicLong nextPosition;

	private final AtomicLong examined = new AtomicLong();

	/**
	 * Documents in a sorted map.
	 * @param documents the map, sorted by position
	 * @param lastPosition the greatest position in it
	 * @param onChange told of each change
	 */
	Records(ConcurrentMap<Long, byte[]> documents, long lastPosition, Runnable onChange) {
		this.documents = documents;
		this.onChange = onChange;
		this.nextPosition = new AtomicLong(lastPosition + 1);
	}

	ConcurrentMap<Long, byte[]> map() {
		return this.documents;
	}

	long add(Document document) {
		long position = this.nextPosition.getAndIncrement();
		put(position, document);
		return position;
	}

	void put(long position, Document document) {
		this.documents.put(position, encode(document));
		this.onChange.run();
	}

	void remove(long position) {
		if (this.documents.remove(position) == null) {
			throw new NoSuchElementException("No document at " + position);
		}
		this.onChange.run();
	}

	Document get(long position) {
		byte[] bytes = this.documents.get(position);
		if (bytes == null) {
			throw new NoSuchElementException("No document at " + position);
		}
		return decode(bytes);
	}

	Stream<DocumentWithPosition<Long>> stream() {
		return this.documents.entrySet().stream().map(this::withPosition);
	}

	private DocumentWithPosition<Long> withPosition(Map.Entry<Long, byte[]> entry) {
		return new DocumentWithPosition<>(decode(entry.getValue()), entry.getKey());
	}

	int count() {
		return this.documents.size();
	}

	long bytes() {
		return this.documents.values().stream().mapToLong((document) -> document.length).sum();
	}

	/** How many documents were read so far: what an index is there to keep small. */
	long examined() {
		return this.examined.get();
	}

	private Document decode(byte[] bytes) {
		this.examined.incrementAndGet();
		return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
	}

	private static byte[] encode(Document document) {
		ByteBuf buffer = Unpooled.buffer(512);
		BsonEncoder.encodeDocument(document, buffer);
		byte[] bytes = new byte[buffer.readableBytes()];
		buffer.readBytes(bytes);
		return bytes;
	}

}
