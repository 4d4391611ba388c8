package io.marquee.catalog.movie;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The address of a poster that this service keeps. It names what the poster was made
 * from, so that what is at an address never changes.
 *
 * @param hash the SHA-256 of the picture that was uploaded, in lower-case hexadecimal
 * @param width how wide it is at most, in pixels
 */
public record PosterAddress(String hash, int width) {

	private static final String PATH = "/api/v1/user/movies/posters/";

	private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-(200|400|800)\\.jpg");

	/**
	 * Reads a poster's name, the last part of its address.
	 * @param name such as {@code 9f86…-800.jpg}
	 * @return the address, if it is the name of a poster
	 */
	public static Optional<PosterAddress> named(String name) {
		Matcher matcher = NAME.matcher(name);
		return matcher.matches() ? Optional.of(new PosterAddress(matcher.group(1), Integer.parseInt(matcher.group(2))))
				: Optional.empty();
	}

	/**
	 * Reads where a movie's poster is.
	 * @param posterUrl the movie's poster
	 * @return the address, if the poster is kept here
	 */
	public static Optional<PosterAddress> of(@Nullable String posterUrl) {
		return (posterUrl != null && posterUrl.startsWith(PATH)) ? named(posterUrl.substring(PATH.length()))
				: Optional.empty();
	}

	/**
	 * Whether a movie's poster may be there.
	 * @param posterUrl what somebody sent
	 * @return whether it is kept here, or is a web address
	 */
	public static boolean isPossible(String posterUrl) {
		if (of(posterUrl).isPresent()) {
			return true;
		}
		try {
			URI address = URI.create(posterUrl);
			return address.getHost() != null
					&& ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * The address as it is stored and told.
	 * @return the path at the gateway
	 */
	public String path() {
		return PATH + this.hash + "-" + this.width + ".jpg";
	}

}
