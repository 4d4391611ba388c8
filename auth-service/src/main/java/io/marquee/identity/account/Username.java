package io.marquee.identity.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;

/**
 * A chosen name, or nothing; without an {@code @}, so that none can be somebody else's
 * address.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{2,29}",
		message = "must be 3 to 30 letters, digits, dots, dashes or underscores")
public @interface Username {

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
