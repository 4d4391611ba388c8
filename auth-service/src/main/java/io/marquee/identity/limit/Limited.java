package io.marquee.identity.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often one client may call an endpoint. It is counted before the body is
 * read; beyond the limit the answer is 429 {@code RATE_LIMITED}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {

	/**
	 * What a call counts towards; endpoints may share it.
	 * @return the limit, one by client
	 */
	Limit value();

}
