package io.marquee.catalog.movie.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * Where a poster may be: on the web, or among those that were uploaded here.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PosterUrlValidator.class)
@interface PosterUrl {

	String message() default "must be a web address, or that of an uploaded poster";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
