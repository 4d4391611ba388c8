package io.marquee.infra.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.marquee.infra.local.Home;
import io.marquee.infra.local.MarqueeException;

/**
 * Held while the suite is being started or stopped, so that two commands do not do it at
 * once. The system lets it go when its holder dies.
 */
public final class SuiteLock implements AutoCloseable {

	private final FileChannel channel;

	private SuiteLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Takes the lock.
	 * @param home whose suite
	 * @return the lock
	 */
	public static SuiteLock take(Home home) {
		try {
			Path file = Files.createDirectories(home.state()).resolve("lock");
			FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (channel.tryLock() == null) {
				channel.close();
				throw new MarqueeException("Another ./marquee is just starting or stopping the suite.",
						"Wait for it, or press Ctrl-C there.");
			}
			return new SuiteLock(channel);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
