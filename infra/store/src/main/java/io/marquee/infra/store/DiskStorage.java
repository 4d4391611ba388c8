package io.marquee.infra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Documents in one file. A commit writes everything changed so far to the file, all or
 * nothing, so that it survives the death of the process; once a second the file is forced
 * to the disk, so that it survives the death of the machine as well.
 */
final class DiskStorage implements Storage {

	private static final Logger log = LoggerFactory.getLogger(DiskStorage.class);

	private static final String FILE = "store.mv.db";

	private static final String PREFIX = "collection.";

	/**
	 * Space is used again only after it was free for so long, and thus after the file was
	 * forced to disk several times without it.
	 */
	private static final int RETENTION_MILLIS = 5_000;

	/** A commit writes whole pages, so that small ones make it quick. */
	private static final int PAGE_SIZE = 4 * 1024;

	private static final int CLOSING_MILLIS = 500;

	private static final int WANTED_FILL_RATE = 50;

	private static final int COMPACTED_AT_ONCE = 8 * 1024 * 1024;

	private final Path file;

	private final MVStore store;

	private final Map<String, Records> records = new ConcurrentHashMap<>();

	private final AtomicLong changes = new AtomicLong();

	private final ScheduledExecutorService upkeep = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("store-upkeep").factory());

	private final Object committing = new Object();

	private volatile long committed;

	private long forced;

	DiskStorage(Path directory) {
		this.file = directory.resolve(FILE);
		this.store = open(directory, this.file);
		this.store.setRetentionTime(RETENTION_MILLIS);
		this.upkeep.scheduleWithFixedDelay(this::keepUp, 1, 1, TimeUnit.SECONDS);
	}

	private static MVStore open(Path directory, Path file) {
		try {
			Files.createDirectories(directory);
			// Commits of its own would run unseen in the background, and an
			// acknowledgement could overtake one.
			return new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().pageSplitSize(PAGE_SIZE).open();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot create " + directory + ": " + ex.getMessage(), ex);
		}
		catch (MVStoreException ex) {
			throw new IllegalStateException("Cannot open " + file + ", is it in use? " + ex.getMessage(), ex);
		}
	}

	@Override
	public Records open(String name) {
		return this.records.computeIfAbsent(name, (key) -> {
			MVMap<Long, byte[]> map = this.store.openMap(PREFIX + key,
					new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE)
						.valueType(ByteArrayDataType.INSTANCE));
			Long last = map.lastKey();
			return new Records(map, (last != null) ? last : 0, this.changes::incrementAndGet);
		});
	}

	@Override
	public void remove(String name) {
		this.records.remove(name);
		this.store.removeMap(PREFIX + name);
		this.changes.incrementAndGet();
	}

	@Override
	public void rename(String name, String newName) {
		Records renamed = this.records.remove(name);
		if (renamed != null) {
			this.store.renameMap((MVMap<?, ?>) renamed.map(), PREFIX + newName);
			this.records.put(newName, renamed);
			this.changes.incrementAndGet();
		}
	}

	@Override
	public Set<String> names() {
		return this.store.getMapNames()
			.stream()
			.filter((name) -> name.startsWith(PREFIX))
			.map((name) -> name.substring(PREFIX.length()))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Writers that wait here together are served by one commit. */
	@Override
	public void commit() {
		long wanted = this.changes.get();
		if (this.committed >= wanted) {
			return;
		}
		synchronized (this.committing) {
			if (this.committed < wanted) {
				long covered = this.changes.get();
				this.store.commit();
				this.committed = covered;
			}
		}
	}

	private void keepUp() {
		try {
			long covered = this.committed;
			if (this.forced < covered) {
				this.store.getFileStore().sync();
				this.forced = covered;
				this.store.compact(WANTED_FILL_RATE, COMPACTED_AT_ONCE);
			}
		}
		catch (RuntimeException ex) {
			log.warn("Upkeep of {} failed", this.file, ex);
		}
	}

	@Override
	public long size() {
		return this.store.getFileStore().size();
	}

	@Override
	public long examined() {
		return this.records.values().stream().mapToLong(Records::examined).sum();
	}

	@Override
	public void close() {
		this.upkeep.close();
		this.store.close(CLOSING_MILLIS);
	}

}
