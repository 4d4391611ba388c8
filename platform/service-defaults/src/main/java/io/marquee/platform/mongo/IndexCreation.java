package io.marquee.platform.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Creates the indexes before the web server and the Kafka listeners start: without its
 * unique indexes a service must not run.
 */
class IndexCreation implements SmartLifecycle {

	private static final Log log = LogFactory.getLog(IndexCreation.class);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final MongoTemplate mongo;

	private final List<CollectionIndexes> wanted;

	private volatile boolean done;

	IndexCreation(MongoTemplate mongo, List<CollectionIndexes> wanted) {
		this.mongo = mongo;
		this.wanted = wanted;
	}

	@Override
	public void start() {
		Instant giveUp = Instant.now().plus(PATIENCE);
		while (!this.done) {
			try {
				this.wanted.forEach((indexes) -> indexes.entries()
					.forEach((entry) -> this.mongo.indexOps(entry.collection()).createIndex(entry.index())));
				this.done = true;
			}
			catch (DataAccessResourceFailureException ex) {
				if (Instant.now().isAfter(giveUp)) {
					throw ex;
				}
				// The driver has already waited its server selection time-out.
				log.warn("MongoDB does not answer yet; is MARQUEE_MONGODB_URI right? " + ex.getMessage());
			}
		}
	}

	@Override
	public void stop() {
		this.done = false;
	}

	@Override
	public boolean isRunning() {
		return this.done;
	}

	@Override
	public int getPhase() {
		return 0;
	}

}
