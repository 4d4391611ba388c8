package io.marquee.infra.bench.contention;

/**
 * How large a contention test is.
 *
 * @param buyers how many want seats
 * @param shows how many shows they want them of, one after the other
 * @param seats seats of each show
 * @param atOnce how many buyers are at it at the same time
 * @param kills how often a process is killed meanwhile
 */
public record Size(int buyers, int shows, int seats, int atOnce, int kills) {

	/** Small enough for every build. */
	public static final Size SMALL = new Size(600, 8, 40, 10, 1);

	/** What a popular show brings. */
	public static final Size LARGE = new Size(10_000, 1, 500, 128, 4);

}
