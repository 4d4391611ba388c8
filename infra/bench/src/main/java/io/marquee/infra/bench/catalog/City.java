package io.marquee.infra.bench.catalog;

import java.time.ZoneId;
import java.util.List;

/**
 * A city with cinemas.
 *
 * @param name its name
 * @param country its country
 * @param lat degrees north of its centre
 * @param lng degrees east of its centre
 * @param zone its time zone
 */
record City(String name, Country country, double lat, double lng, ZoneId zone) {

	private static final String INDIA = "Asia/Kolkata";

	/** The largest first, as far as cinemas go. */
	static final List<City> ALL = List.of(of("Mumbai", Country.INDIA, 19.076, 72.878, INDIA),
			of("Delhi", Country.INDIA, 28.614, 77.209, INDIA), of("Bengaluru", Country.INDIA, 12.972, 77.595, INDIA),
			of("Hyderabad", Country.INDIA, 17.385, 78.487, INDIA), of("Chennai", Country.INDIA, 13.083, 80.271, INDIA),
			of("London", Country.UNITED_KINGDOM, 51.507, -0.128, "Europe/London"),
			of("New York", Country.UNITED_STATES, 40.713, -74.006, "America/New_York"),
			of("Kolkata", Country.INDIA, 22.573, 88.364, INDIA), of("Pune", Country.INDIA, 18.520, 73.857, INDIA),
			of("Los Angeles", Country.UNITED_STATES, 34.052, -118.244, "America/Los_Angeles"),
			of("São Paulo", Country.BRAZIL, -23.551, -46.633, "America/Sao_Paulo"),
			of("Ahmedabad", Country.INDIA, 23.023, 72.571, INDIA), of("Kochi", Country.INDIA, 9.931, 76.267, INDIA),
			of("Paris", Country.FRANCE, 48.857, 2.352, "Europe/Paris"),
			of("Berlin", Country.GERMANY, 52.520, 13.405, "Europe/Berlin"),
			of("Madrid", Country.SPAIN, 40.417, -3.704, "Europe/Madrid"),
			of("Dubai", Country.UNITED_ARAB_EMIRATES, 25.205, 55.271, "Asia/Dubai"),
			of("Singapore", Country.SINGAPORE, 1.352, 103.820, "Asia/Singapore"),
			of("Sydney", Country.AUSTRALIA, -33.869, 151.209, "Australia/Sydney"),
			of("Chicago", Country.UNITED_STATES, 41.878, -87.630, "America/Chicago"),
			of("Jaipur", Country.INDIA, 26.912, 75.787, INDIA), of("Lucknow", Country.INDIA, 26.847, 80.947, INDIA),
			of("München", Country.GERMANY, 48.135, 11.582, "Europe/Berlin"),
			of("Lyon", Country.FRANCE, 45.764, 4.836, "Europe/Paris"),
			of("Manchester", Country.UNITED_KINGDOM, 53.481, -2.243, "Europe/London"),
			of("Melbourne", Country.AUSTRALIA, -37.814, 144.963, "Australia/Melbourne"),
			of("Barcelona", Country.SPAIN, 41.387, 2.170, "Europe/Madrid"),
			of("Rio de Janeiro", Country.BRAZIL, -22.907, -43.173, "America/Sao_Paulo"),
			of("Nagpur", Country.INDIA, 21.146, 79.088, INDIA), of("Indore", Country.INDIA, 22.720, 75.858, INDIA),
			of("Coimbatore", Country.INDIA, 11.017, 76.956, INDIA),
			of("Visakhapatnam", Country.INDIA, 17.687, 83.219, INDIA),
			of("Köln", Country.GERMANY, 50.938, 6.960, "Europe/Berlin"),
			of("Hamburg", Country.GERMANY, 53.551, 9.994, "Europe/Berlin"),
			of("Marseille", Country.FRANCE, 43.297, 5.370, "Europe/Paris"),
			of("Birmingham", Country.UNITED_KINGDOM, 52.486, -1.890, "Europe/London"),
			of("Denver", Country.UNITED_STATES, 39.739, -104.990, "America/Denver"),
			of("Perth", Country.AUSTRALIA, -31.951, 115.861, "Australia/Perth"),
			of("Abu Dhabi", Country.UNITED_ARAB_EMIRATES, 24.454, 54.377, "Asia/Dubai"),
			of("Málaga", Country.SPAIN, 36.721, -4.421, "Europe/Madrid"));

	private static City of(String name, Country country, double lat, double lng, String zone) {
		return new City(name, country, lat, lng, ZoneId.of(zone));
	}

}
