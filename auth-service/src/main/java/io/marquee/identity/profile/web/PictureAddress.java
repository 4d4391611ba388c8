package io.marquee.identity.profile.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where a picture is: an https address in ASCII without credentials.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Size(max = 2000)
@Pattern(regexp = "https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][\\x21-\\x7e&&[^\"<>\\\\^`{|}]]*)?",
		message = "must be an https address without credentials")
@interface PictureAddress {

	String message() default "is not valid";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
