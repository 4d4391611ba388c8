package io.marquee.infra.local.process;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a line of a log readable: services write JSON, which is for machines.
 */
public final class LogLine {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private LogLine() {
	}

	/**
	 * Makes a line readable.
	 * @param line a line, JSON in the form of ECS or anything else
	 * @return time, level, logger and message, then the stack trace if there is one;
	 * anything else as it is
	 */
	public static String readable(String line) {
		if (!line.startsWith("{")) {
			return line;
		}
		try {
			JsonNode event = JSON.readTree(line);
			String trace = event.path("error").path("stack_trace").asString("");
			String logger = event.path("log").path("logger").asString("");
			return "%.23s %-5s %s  %s%s".formatted(event.path("@timestamp").asString(""),
					event.path("log").path("level").asString(""), logger.substring(logger.lastIndexOf('.') + 1),
					event.path("message").asString("").strip(), trace.isEmpty() ? "" : "\n" + trace.strip());
		}
		catch (JacksonException ex) {
			return line;
		}
	}

}
