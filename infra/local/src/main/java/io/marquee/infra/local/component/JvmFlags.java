package io.marquee.infra.local.component;

import java.util.List;

/**
 * How the JVMs of one machine share it: about fifteen of them on two cores.
 */
final class JvmFlags {

	private JvmFlags() {
	}

	/**
	 * A service: small, but with the optimizing compiler, since it is also measured.
	 * Training and running must use the very same flags, or the AOT cache is refused.
	 * @param heap the most its heap may take, such as {@code 128m}
	 * @return the flags
	 */
	static List<String> service(String heap) {
		return List.of("-Xmx" + heap, "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
				"-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
				"--sun-misc-unsafe-memory-access=allow");
	}

	/**
	 * A server of the infrastructure: quick to start matters more than peak speed.
	 * @param heap the most its heap may take
	 * @return the flags
	 */
	static List<String> infrastructure(String heap) {
		return List.of("-Xmx" + heap, "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
				"-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
				"--sun-misc-unsafe-memory-access=allow");
	}

}
