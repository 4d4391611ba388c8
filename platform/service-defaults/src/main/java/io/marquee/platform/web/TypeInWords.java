package io.marquee.platform.web;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Says what a field takes, for people who know no Java.
 */
final class TypeInWords {

	private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Byte.class, Short.class, Integer.class, Long.class,
			BigInteger.class);

	private static final Map<Class<?>, String> OTHERS = Map.of(Boolean.class, "true or false", String.class, "a text",
			Character.class, "a letter", Instant.class, "a time such as 2026-11-22T18:00:00Z", LocalDate.class,
			"a day such as 2026-11-22", LocalTime.class, "a time of day such as 18:30");

	private TypeInWords() {
	}

	/**
	 * What values of a type look like.
	 * @param type the type
	 * @return words that follow "must be"
	 */
	static String of(@Nullable Class<?> type) {
		if (type == null) {
			return "of another type";
		}
		Class<?> wrapper = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (wrapper.isEnum()) {
			return "one of " + Arrays.toString(wrapper.getEnumConstants());
		}
		if (WHOLE_NUMBERS.contains(wrapper)) {
			return "a whole number";
		}
		if (Number.class.isAssignableFrom(wrapper)) {
			return "a number";
		}
		if (Collection.class.isAssignableFrom(wrapper) || wrapper.isArray()) {
			return "a list";
		}
		if (Map.class.isAssignableFrom(wrapper) || wrapper.isRecord()) {
			return "an object";
		}
		return OTHERS.getOrDefault(wrapper, "a valid " + wrapper.getSimpleName());
	}

}
