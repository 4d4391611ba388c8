package io.marquee.infra.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.marquee.infra.local.MarqueeException;

/**
 * Tells one version of a file from another without reading all of it.
 *
 * @param text what a file that was made from it remembers
 */
record Stamp(String text) {

	static Stamp of(Path file) {
		try {
			return new Stamp(Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis());
		}
		catch (NoSuchFileException ex) {
			throw new MarqueeException(file + " is not there.", "Build it: mvn -DskipTests package", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isIn(Path remembered) {
		try {
			return Files.readString(remembered).equals(this.text);
		}
		catch (IOException ex) {
			return false;
		}
	}

	void write(Path remembered) throws IOException {
		Files.writeString(remembered, this.text);
	}

}
