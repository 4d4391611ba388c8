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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

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

	private @Nullable ScheduledExecutorService threads;

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
		ScheduledExecutorService started = Executors.newScheduledThreadPool(2,
				Thread.ofVirtual().name("outbox-", 0).factory());
		long interval = this.settings.sweepInterval().toMillis();
		started.execute(this::relay);
		started.scheduleWithFixedDelay(this::sweepAll, interval, interval, TimeUnit.MILLISECONDS);
		this.threads = started;
	}

	@Override
	public void stop() {
		this.running = false;
		if (this.threads != null) {
			this.threads.shutdownNow();
		}
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
			catch (RuntimeException ex) {
				waitOn(ex);
			}
		}
	}

	private void sweepAll() {
		try {
			this.depth.set(this.sources.values().stream().mapToInt(this::sweep).sum());
		}
		catch (RuntimeException ex) {
			waitOn(ex);
		}
	}

	/** Whatever happens, the relay goes on: the entries are still there. */
	private static void waitOn(RuntimeException failure) {
		if (failure instanceof DataAccessException) {
			log.warn("Events wait in the outbox, the database does not answer: " + failure.getMessage());
		}
		else {
			log.error("Events wait in the outbox", failure);
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
		Map<Object, List<String>> acknowledged = this.sender.send(source, waiting);
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
