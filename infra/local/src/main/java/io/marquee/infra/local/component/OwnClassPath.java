package io.marquee.infra.local.component;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;

import io.marquee.infra.local.Home;

/**
 * The class path of the processes whose main class is in this module.
 */
final class OwnClassPath {

	private OwnClassPath() {
	}

	static String of(Home home) {
		try {
			Path own = Path.of(OwnClassPath.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			return own + File.pathSeparator + home.libraries().resolve("*");
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
