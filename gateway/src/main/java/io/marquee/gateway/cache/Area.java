package io.marquee.gateway.cache;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A part of the catalogue whose pages change together.
 */
enum Area {

	MOVIES("/api/v1/user/movies"), VENUES("/api/v1/user/venues"), CITIES("/api/v1/user/cities"),
	SHOWS("/api/v1/user/shows");

	private static final Area[] ALL = values();

	private final String path;

	Area(String path) {
		this.path = path;
	}

	/**
	 * The area a path belongs to.
	 * @param path the path as it was sent
	 * @return the area, or null if such pages are not kept
	 */
	static @Nullable Area of(String path) {
		for (Area area : ALL) {
			if (path.startsWith(area.path)
					&& (path.length() == area.path.length() || path.charAt(area.path.length()) == '/')) {
				return area;
			}
		}
		return null;
	}

	/**
	 * What an event can change. Lists of movies tell in which cities and formats they are
	 * shown, and cities how much there is to see.
	 * @param type the type of the event, or null if it has none
	 * @return the areas; all for an event not heard of before
	 */
	static Set<Area> touchedBy(@Nullable String type) {
		return switch (type) {
			case "marquee.movie.changed" -> EnumSet.of(MOVIES, SHOWS);
			case "marquee.show.scheduled", "marquee.show.changed", "marquee.show.cancelled", "marquee.show.completed" ->
				EnumSet.of(MOVIES, CITIES, SHOWS);
			case null, default -> EnumSet.allOf(Area.class);
		};
	}

}
