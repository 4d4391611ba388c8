package io.marquee.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the fields a list may be sorted by; on a {@link Paging} parameter.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface SortableBy {

	/**
	 * The names, as in {@code ?sort=}; each is also the stored property.
	 * @return the names
	 */
	String[] value();

	/**
	 * The order when the request names none, as {@code field,-other}.
	 * @return the default order
	 */
	String byDefault() default "";

}
