package io.marquee.infra.bench.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One process of booking-service.
 *
 * @param name its name and that of its log
 * @param port where it listens, before the offset of the stack
 * @param properties its settings besides the usual ones
 * @param flags options of its JVM besides the usual ones
 */
public record BookingProcess(String name, int port, Map<String, String> properties, List<String> flags) {

	static final int PORT = 8103;

	/**
	 * The one at the usual port, to which the payment provider sends its webhooks.
	 * @return the process, with the settings that are usual
	 */
	public static BookingProcess first() {
		return new BookingProcess("booking-service", PORT, Map.of(), List.of());
	}

	/**
	 * Another replica.
	 * @param number from 2
	 * @return the process
	 */
	public static BookingProcess replica(int number) {
		// After the nine services' ports.
		return new BookingProcess("booking-service-" + number, PORT + 5 + number, Map.of(), List.of());
	}

	/**
	 * The same with one setting more.
	 * @param property its name
	 * @param value its value
	 * @return the process
	 */
	public BookingProcess with(String property, String value) {
		Map<String, String> more = new HashMap<>(this.properties);
		more.put(property, value);
		return new BookingProcess(this.name, this.port, Map.copyOf(more), this.flags);
	}

	/**
	 * The same with these options of its JVM.
	 * @param jvmFlags the options
	 * @return the process
	 */
	public BookingProcess flagged(String... jvmFlags) {
		return new BookingProcess(this.name, this.port, this.properties, List.of(jvmFlags));
	}

}
