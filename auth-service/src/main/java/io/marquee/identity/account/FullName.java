package io.marquee.identity.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A name as people write it, for sign-up and profile alike.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@NotBlank
@Size(max = 100)
public @interface FullName {

	/**
	 * What Bean Validation asks of every constraint; the ones above bring their own.
	 * @return nothing of use
	 */
	String message() default "is not valid";

	/**
	 * When it is checked.
	 * @return always
	 */
	Class<?>[] groups() default {};

	/**
	 * What goes with a violation.
	 * @return nothing
	 */
	Class<? extends Payload>[] payload() default {};

}
