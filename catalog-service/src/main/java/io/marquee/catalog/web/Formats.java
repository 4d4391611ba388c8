package io.marquee.catalog.web;

/**
 * The formats a film can be shown in.
 */
public final class Formats {

	/** A pattern of them. */
	public static final String PATTERN = "2D|3D|IMAX|IMAX 3D|4DX";

	/** What to tell who names another. */
	public static final String MESSAGE = "must be one of 2D, 3D, IMAX, IMAX 3D, 4DX";

	private Formats() {
	}

}
