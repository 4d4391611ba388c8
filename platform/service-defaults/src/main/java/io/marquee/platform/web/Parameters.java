package io.marquee.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Reads query parameters, and tells all that is wrong with them at once.
 */
public final class Parameters {

	private final List<FieldProblem> problems = new ArrayList<>();

	/**
	 * One of the constants, in any case.
	 * @param <E> their type
	 * @param name the parameter's name
	 * @param text what the request says
	 * @param type their type
	 * @return the constant, or null if the parameter is not there
	 */
	public <E extends Enum<E>> @Nullable E constant(String name, @Nullable String text, Class<E> type) {
		return read(name, text, "must be one of " + Arrays.toString(type.getEnumConstants()),
				(value) -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
	}

	/**
	 * Some of the constants, separated by commas.
	 * @param <E> their type
	 * @param name the parameter's name
	 * @param text what the request says
	 * @param type their type
	 * @return the constants, maybe none
	 */
	public <E extends Enum<E>> List<E> constants(String name, @Nullable String text, Class<E> type) {
		return Stream.of(StringUtils.commaDelimitedListToStringArray(text))
			.map((value) -> constant(name, value, type))
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * A moment; a day alone stands for its first, in UTC.
	 * @param name the parameter's name
	 * @param text what the request says
	 * @return the moment, or null if the parameter is not there
	 */
	public @Nullable Instant moment(String name, @Nullable String text) {
		return read(name, text, "must be a time such as 2026-11-22T18:00:00Z, or a day such as 2026-11-22",
				(value) -> (value.indexOf('T') < 0) ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
						: OffsetDateTime.parse(value).toInstant());
	}

	/**
	 * What a function makes of it.
	 * @param <T> what it makes
	 * @param name the parameter's name
	 * @param text what the request says
	 * @param problem what to tell if the function refuses it
	 * @param reading the function
	 * @return what it made, or null if the parameter is not there
	 */
	public <T> @Nullable T read(String name, @Nullable String text, String problem, Function<String, T> reading) {
		if (!StringUtils.hasText(text)) {
			return null;
		}
		try {
			return reading.apply(text.strip());
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			this.problems.add(new FieldProblem(name, problem));
			return null;
		}
	}

	/**
	 * Refuses the request if anything was wrong.
	 * @throws ApiException 400, naming each parameter
	 */
	public void check() {
		if (!this.problems.isEmpty()) {
			throw ApiException.invalid(this.problems);
		}
	}

}
