package io.marquee.infra.local.component;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Unpacks distributions.
 */
final class Archives {

	private Archives() {
	}

	/** Leaves the first folder out, in which distributions put all they have. */
	static void unzip(Path archive, Path directory) throws IOException {
		Files.createDirectories(directory);
		try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path inside = directory.resolve(entry.getName().substring(entry.getName().indexOf('/') + 1))
					.normalize();
				if (!inside.startsWith(directory)) {
					throw new IOException(entry.getName() + " lies outside " + archive);
				}
				if (entry.isDirectory()) {
					Files.createDirectories(inside);
				}
				else {
					Files.createDirectories(inside.getParent());
					Files.copy(zip, inside);
				}
			}
		}
	}

}
