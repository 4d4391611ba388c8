package io.marquee.catalog.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;

import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.http.HttpStatus;

import io.marquee.platform.web.ApiException;

/**
 * Writes many aggregates with their events, in batches. Each is still one update of one
 * document; a batch only saves the round trips. What clashes, or was changed by somebody
 * else, is told and keeps no other from being written.
 *
 * @param <T> the aggregate
 */
final class BulkWrite<T extends Aggregate<T>> {

	/** With their events about a megabyte. */
	private static final int BATCH = 100;

	private final Aggregates<T> stored;

	BulkWrite(Aggregates<T> stored) {
		this.stored = stored;
	}

	/**
	 * Writes.
	 * @param changes the writes, of different aggregates
	 * @return why not, by id, for those that were not written
	 */
	Map<String, ApiException> write(List<Change<T>> changes) {
		Map<String, ApiException> failures = new LinkedHashMap<>();
		Map<Boolean, List<Change<T>>> byKind = changes.stream()
			.collect(Collectors.partitioningBy((change) -> change.before() == null));
		byKind.forEach((isNew, same) -> {
			for (int from = 0; from < same.size(); from += BATCH) {
				List<Change<T>> batch = same.subList(from, Math.min(same.size(), from + BATCH));
				Map<String, ApiException> failed = isNew ? insert(batch) : replace(batch);
				failures.putAll(failed);
				this.stored.publish(batch.stream()
					.map((change) -> change.after().id())
					.filter((id) -> !failed.containsKey(id))
					.toList());
			}
		});
		return failures;
	}

	/** Adds some, all at once; their events leave with the relay's sweeps. */
	Map<String, ApiException> insert(List<Change<T>> batch) {
		BulkOperations inserts = this.stored.bulk();
		batch.forEach((change) -> inserts.insert(this.stored.withEvent(change.after())));
		return execute(inserts, batch);
	}

	private Map<String, ApiException> replace(List<Change<T>> batch) {
		BulkOperations updates = this.stored.bulk();
		for (Change<T> change : batch) {
			if (change.before() != null) {
				updates.updateOne(Aggregates.unchanged(change.before()),
						this.stored.update(change.before(), change.after()));
			}
		}
		Map<String, ApiException> failures = execute(updates, batch);
		failures.putAll(outdated(batch, failures));
		return failures;
	}

	/**
	 * The answer only counts those that were found as they were read, so those that are
	 * not now as they should be were not.
	 */
	private Map<String, ApiException> outdated(List<Change<T>> batch, Map<String, ApiException> failures) {
		Map<String, T> now = this.stored.all(batch.stream().map((change) -> change.after().id()).toList());
		Map<String, ApiException> outdated = new LinkedHashMap<>();
		for (Change<T> change : batch) {
			T after = change.after();
			T found = now.get(after.id());
			if (!failures.containsKey(after.id())
					&& (found == null || !this.stored.document(found).equals(this.stored.document(after)))) {
				outdated.put(after.id(), new ApiException(HttpStatus.CONFLICT, "CHANGED_MEANWHILE",
						"Somebody else changed this meanwhile; import it again"));
			}
		}
		return outdated;
	}

	private static <T extends Aggregate<T>> Map<String, ApiException> execute(BulkOperations writes,
			List<Change<T>> batch) {
		Map<String, ApiException> failures = new LinkedHashMap<>();
		try {
			writes.execute();
		}
		catch (DataAccessException ex) {
			for (BulkWriteError error : errors(ex)) {
				failures.put(batch.get(error.getIndex()).after().id(), Aggregates.clash(error.getMessage()));
			}
		}
		return failures;
	}

	private static List<BulkWriteError> errors(DataAccessException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() == null) {
				return new ArrayList<>(bulk.getWriteErrors());
			}
		}
		throw failure;
	}

}
