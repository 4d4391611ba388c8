package io.marquee.catalog.venue;

/**
 * A place on Earth.
 *
 * @param lat degrees north
 * @param lng degrees east
 */
public record Coordinates(double lat, double lng) {

	private static final double EARTH_RADIUS_KM = 6371.0088;

	/**
	 * The distance along the surface, by the haversine formula.
	 * @param other another place
	 * @return kilometres
	 */
	public double kilometresTo(Coordinates other) {
		double lat1 = Math.toRadians(this.lat);
		double lat2 = Math.toRadians(other.lat);
		double dLat = Math.sin((lat2 - lat1) / 2);
		double dLng = Math.sin(Math.toRadians(other.lng - this.lng) / 2);
		double h = dLat * dLat + Math.cos(lat1) * Math.cos(lat2) * dLng * dLng;
		return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
	}

}
