package io.marquee.catalog.movie.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.marquee.catalog.movie.MovieFilter;
import io.marquee.catalog.web.Formats;
import io.marquee.catalog.web.WantedFacets;

/**
 * The filters of a movie list, as they come in the address.
 */
record MovieQuery(@Nullable @Size(max = 40) String genre, @Nullable @Size(max = 40) String language,
		@Nullable @DecimalMin(value = "0", message = MovieQuery.RATING) @DecimalMax(value = "10",
				message = MovieQuery.RATING) String minRating,
		@Nullable @Size(max = 80) String city,
		@Nullable @Pattern(regexp = Formats.PATTERN, message = Formats.MESSAGE) String format,
		@Nullable @Pattern(regexp = "now-showing|coming-soon",
				message = "must be one of now-showing, coming-soon") String status,
		@Nullable @Size(max = 100) String q, @Nullable String facets) {

	static final String RATING = "must be a number from 0 to 10";

	MovieFilter filter() {
		return new MovieFilter(text(this.genre), text(this.language),
				StringUtils.hasText(this.minRating) ? new BigDecimal(this.minRating) : null, text(this.city),
				text(this.format),
				StringUtils.hasText(this.status)
						? MovieFilter.Status.valueOf(this.status.replace('-', '_').toUpperCase(Locale.ROOT)) : null,
				text(this.q));
	}

	Set<String> wantedFacets() {
		return WantedFacets.read(this.facets);
	}

	private static @Nullable String text(@Nullable String text) {
		return StringUtils.hasText(text) ? text : null;
	}

}
