package io.marquee.catalog.movie.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.movie.PosterAddress;

/**
 * Checks {@link PosterUrl}.
 */
class PosterUrlValidator implements ConstraintValidator<PosterUrl, String> {

	@Override
	public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
		return url == null || PosterAddress.isPossible(url);
	}

}
