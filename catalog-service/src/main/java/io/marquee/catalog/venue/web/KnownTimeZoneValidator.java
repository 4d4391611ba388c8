package io.marquee.catalog.venue.web;

import java.time.ZoneId;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@link KnownTimeZone}.
 */
class KnownTimeZoneValidator implements ConstraintValidator<KnownTimeZone, String> {

	@Override
	public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
		return name == null || ZoneId.getAvailableZoneIds().contains(name);
	}

}
