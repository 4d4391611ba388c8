package io.marquee.infra.local.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import io.marquee.infra.local.component.Landscape;
import io.marquee.infra.local.component.StoreKind;

/**
 * What the other commands must know of the suite that was started last.
 *
 * @param portOffset what was added to every port
 * @param store where its documents are kept
 * @param parts the names of its parts, in the order of the start
 * @param complete whether the start was finished; if not, it was cut short or is under
 * way
 */
public record SuiteState(int portOffset, StoreKind store, List<String> parts, boolean complete) {

	public SuiteState {
		parts = List.copyOf(parts);
	}

	/**
	 * The state of a suite that has all parts and was not started.
	 * @param store where its documents are kept
	 * @return the state
	 */
	public static SuiteState ofAll(StoreKind store) {
		return new SuiteState(0, store, Landscape.names(), false);
	}

	static Optional<SuiteState> read(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Optional.of(new SuiteState(Integer.parseInt(properties.getProperty("portOffset", "0")),
				StoreKind.valueOf(properties.getProperty("store", StoreKind.DISK.name())),
				List.of(properties.getProperty("parts", "").split(",")),
				Boolean.parseBoolean(properties.getProperty("complete"))));
	}

	SuiteState completed() {
		return new SuiteState(this.portOffset, this.store, this.parts, true);
	}

	void write(Path file) {
		Properties properties = new Properties();
		properties.setProperty("portOffset", String.valueOf(this.portOffset));
		properties.setProperty("store", this.store.name());
		properties.setProperty("parts", String.join(",", this.parts));
		properties.setProperty("complete", String.valueOf(this.complete));
		try {
			Files.createDirectories(file.getParent());
			try (Writer writer = Files.newBufferedWriter(file)) {
				properties.store(writer, null);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
