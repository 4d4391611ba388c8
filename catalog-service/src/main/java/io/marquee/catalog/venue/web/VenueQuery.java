package io.marquee.catalog.venue.web;

import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.marquee.catalog.venue.Coordinates;
import io.marquee.catalog.venue.VenueFilter;
import io.marquee.platform.web.ApiException;

/**
 * The filters of a venue list, as they come in the address.
 */
record VenueQuery(@Nullable @Size(max = 80) String city, @Nullable @Size(max = 100) String q,
		@Nullable @Size(max = 20) List<String> amenities,
		@Nullable @Pattern(
				regexp = "-?([0-8]?\\d(\\.\\d+)?|90(\\.0+)?),\\s*-?(1[0-7]\\d(\\.\\d+)?|\\d{1,2}(\\.\\d+)?|180(\\.0+)?)",
				message = "must be latitude,longitude in degrees, such as 19.06,72.83") String near,
		@Nullable @DecimalMin(value = "0", inclusive = false, message = VenueQuery.RADIUS) @DecimalMax(value = "20000",
				message = VenueQuery.RADIUS) String radiusKm) {

	static final String RADIUS = "must be a number of kilometres, above 0 and at most 20000";

	VenueFilter filter() {
		if (StringUtils.hasText(this.radiusKm) && !StringUtils.hasText(this.near)) {
			throw ApiException.invalid("near", "is needed with radiusKm: the place to look around");
		}
		return new VenueFilter(text(this.city), text(this.q),
				(this.amenities != null) ? this.amenities.stream().filter(StringUtils::hasText).toList() : List.of(),
				place(), StringUtils.hasText(this.radiusKm) ? Double.valueOf(this.radiusKm) : null);
	}

	private @Nullable Coordinates place() {
		if (!StringUtils.hasText(this.near)) {
			return null;
		}
		String[] parts = this.near.split(",");
		return new Coordinates(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
	}

	private static @Nullable String text(@Nullable String text) {
		return StringUtils.hasText(text) ? text : null;
	}

}
