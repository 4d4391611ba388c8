package io.marquee.catalog.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * The demo catalogue as written in the resources. The films are real and so are the facts
 * about them; the cinemas are not, the streets they stand in are.
 *
 * @param movies the movies
 * @param venues the venues
 * @param cities prices and languages by city
 */
record DemoData(List<DemoMovie> movies, List<DemoVenue> venues, List<DemoCity> cities) {

	static DemoData read(JsonMapper json) {
		return new DemoData(List.of(read(json, "movies", DemoMovie[].class)),
				List.of(read(json, "venues", DemoVenue[].class)), List.of(read(json, "cities", DemoCity[].class)));
	}

	private static <T> T read(JsonMapper json, String name, Class<T> type) {
		try (InputStream content = new ClassPathResource("demo/" + name + ".json").getInputStream()) {
			return json.readValue(content, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
