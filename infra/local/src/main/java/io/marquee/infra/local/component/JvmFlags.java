package io.marquee.infra.local.component;

import java.util.List;

/**
 * How the JVMs of one machine share it: about fifteen of them on two cores.
 */
final class JvmFlags {

	private JvmFlags() {
	}

	/**
	 * A process that carries load: small, but with the optimizing compiler. Training and
	 * running must use the very same flags, or the AOT cache is refused.
	 * @param heap the most its heap may take, such as {@code 128m}
	 * @return the flags
	 */
	static List<String> busy(String heap) {
		return List.of("-Xmx" + heap, "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
				"-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
				"--sun-misc-unsafe-memory-access=allow");
	}

	/**
	 * All others: to start quickly matters more than peak speed. A service so started
	 * takes a third less CPU time until it is ready, and 40 MiB less.
	 * @param heap the most its heap may take
	 * @return the flags
	 */
	static List<String> modest(String heap) {
		return List.of("-Xmx" + heap, "-Xss512k", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
				"-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
				"--sun-misc-unsafe-memory-access=allow");
	}

}
