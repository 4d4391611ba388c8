package io.marquee.infra.local.component;

import java.util.Map;
import java.util.Set;

/**
 * One of the nine services: what the local platform must know to run it.
 *
 * @param name its module and its jar
 * @param port its usual port
 * @param heap the most its heap may take
 * @param needs what must be ready before it starts. Kafka is in none: all can wait for it
 * @param secrets the secrets it is given
 * @param settings its variables besides the addresses
 */
public record ServiceDefinition(String name, int port, String heap, Set<String> needs, Set<String> secrets,
		Map<String, String> settings) {

}
