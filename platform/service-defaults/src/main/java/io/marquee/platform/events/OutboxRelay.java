package io.marquee.platform.events;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Sends what waits in outboxes: at once after a write, and by a sweep what a crash or an
 * outage of Kafka left behind. An entry leaves its document only after Kafka has
 * acknowledged it, so an event may be sent twice and is never lost. The events of one
 * document go out in their order, one after the other.
 */
public class OutboxRelay implements SmartLifecycle {

	private static final Log log = LogFactory.getLog(OutboxRelay.class);

	private static final int QUEUE = 20_000;

	private static final int BATCH = 200;

	private final Map<String, OutboxSource> sources;

	private final MongoTemplate mongo;

	private final EventSender sender;

	private final EventSettings settings;

	private final Clock clock;

	private final AtomicLong depth = new AtomicLong();

	private final BlockingQueue<Reference> queue = new ArrayBlockingQueue<>(QUEUE);

	private final List<Thread> workers = new ArrayList<>();

	private volatile boolean running;

	OutboxRelay(Collection<OutboxSource> sources, MongoTemplate mongo, EventSender sender, EventSettings settings,
			Clock clock) {
		this.sources = new LinkedHashMap<>();
		sources.forEach((source) -> this.sources.put(source.collection(), source));
		this.mongo = mongo;
		this.sender = sender;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Asks for a document's outbox to be sent soon; returns at once. Under pressure the
	 * request is dropped and the sweep takes the entries instead.
	 * @param collection the document's collection, one of the {@link OutboxSource}s
	 * @param documentId the document's id
	 */
	public void publishSoon(String collection, Object documentId) {
		this.queue.offer(new Reference(collection, documentId));
	}

	/**
	 * Documents with waiting entries, as of the last sweep.
	 * @return the count, at most one batch
	 */
	long depth() {
		return this.depth.get();
	}

	@Override
	public void start() {
		this.running = true;
		this.workers.add(Thread.ofVirtual().name("outbox-relay").start(this::relay));
		this.workers.add(Thread.ofVirtual().name("outbox-sweep").start(this::sweepRegularly));
	}

	@Override
	public void stop() {
		this.running = false;
		this.workers.forEach(Thread::interrupt);
		this.workers.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void relay() {
		while (this.running) {
			try {
				Set<Reference> batch = new LinkedHashSet<>();
				batch.add(this.queue.take());
				List<Reference> more = new ArrayList<>();
				this.queue.drainTo(more, BATCH - 1);
				batch.addAll(more);
				for (OutboxSource source : this.sources.values()) {
					List<Object> ids = batch.stream()
						.filter((reference) -> reference.collection().equals(source.collection()))
						.map(Reference::documentId)
						.toList();
					if (!ids.isEmpty()) {
						send(source, Query.query(Criteria.where("_id").in(ids)));
					}
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (DataAccessException ex) {
				log.warn("Events wait in the outbox, the database does not answer: " + ex.getMessage());
			}
		}
	}

	private void sweepRegularly() {
		while (this.running) {
			try {
				Thread.sleep(this.settings.sweepInterval());
				long left = 0;
				for (OutboxSource source : this.sources.values()) {
					left += sweep(source);
				}
				this.depth.set(left);
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (DataAccessException ex) {
				log.warn("Events wait in the outbox, the database does not answer: " + ex.getMessage());
			}
		}
	}

	private int sweep(OutboxSource source) {
		return send(source,
				Query.query(Criteria.where("outbox.occurredAt").lt(this.clock.instant().minus(this.settings.settle())))
					.limit(BATCH));
	}

	private int send(OutboxSource source, Query query) {
		query.fields().include("outbox");
		List<Document> documents = this.mongo.find(query, Document.class, source.collection());
		Map<Object, List<OutboxEntry>> waiting = new LinkedHashMap<>();
		for (Document document : documents) {
			List<OutboxEntry> entries = document.getList("outbox", Document.class, List.of())
				.stream()
				.map((entry) -> this.mongo.getConverter().read(OutboxEntry.class, entry))
				.toList();
			if (!entries.isEmpty()) {
				waiting.put(document.get("_id"), entries);
			}
		}
		Map<Object, List<String>> acknowledged = this.sender.send(source.topic(), waiting);
		if (!acknowledged.isEmpty()) {
			BulkOperations removals = this.mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, source.collection());
			acknowledged.forEach((id, events) -> removals.updateOne(Query.query(Criteria.where("_id").is(id)),
					new Update().pull("outbox", Query.query(Criteria.where("_id").in(events)))));
			removals.execute();
		}
		return waiting.size();
	}

	private record Reference(String collection, Object documentId) {

	}

}
