package io.marquee.infra.local.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

import io.marquee.infra.local.MarqueeException;

/**
 * Tells one version of an archive from another without reading all of it.
 *
 * @param text what a file that was made from it remembers
 */
record Stamp(String text) {

	/** By what is in the archive: a build makes the same jar anew, with other times. */
	static Stamp of(Path file) {
		try (ZipFile archive = new ZipFile(file.toFile())) {
			CRC32 all = new CRC32();
			archive.stream()
				.map((entry) -> entry.getName() + entry.getCrc() + "\n")
				.forEach((entry) -> all.update(entry.getBytes(StandardCharsets.UTF_8)));
			return new Stamp(archive.size() + "-" + Long.toHexString(all.getValue()));
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
