package io.marquee.catalog.transfer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of a kind of file.
 *
 * @param all the columns, in the order they are exported in
 */
public record Columns(List<Column> all) {

	/** What each line is known by, at home and elsewhere. */
	public static final String EXTERNAL_ID = "externalId";

	/** Whether a movie or venue is on offer. */
	public static final String ACTIVE = "active";

	/**
	 * Columns.
	 * @param columns the columns, in the order they are exported in
	 * @return the columns
	 */
	public static Columns of(Column... columns) {
		return new Columns(List.copyOf(Arrays.asList(columns)));
	}

	Optional<Column> named(String name) {
		return this.all.stream().filter((column) -> column.name().equals(name)).findFirst();
	}

	List<String> names() {
		return this.all.stream().map(Column::name).toList();
	}

	String listed() {
		return this.all.stream()
			.map((column) -> column.required() ? column.name() + " (required)" : column.name())
			.collect(Collectors.joining(", "));
	}

	/** The column that a field is in, such as {@code lat} for {@code coordinates.lat}. */
	String nameOf(String path) {
		return this.all.stream()
			.filter((column) -> path.equals(column.field()) || path.startsWith(column.field() + ".")
					|| path.startsWith(column.field() + "["))
			.max(Comparator.comparingInt((column) -> column.field().length()))
			.map(Column::name)
			.orElse(path);
	}

}
