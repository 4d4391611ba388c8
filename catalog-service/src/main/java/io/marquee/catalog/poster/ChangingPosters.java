package io.marquee.catalog.poster;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.movie.ChangingMovies;
import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.movie.PosterAddress;
import io.marquee.catalog.store.Expected;
import io.marquee.platform.web.ApiException;

/**
 * Gives movies their posters and takes them away. The posters are stored before the movie
 * refers to them, so a crash between the two leaves a picture too many and never one too
 * few; {@link SweepingPosters} takes it away.
 */
@Service
public class ChangingPosters {

	private static final Duration COME_AGAIN = Duration.ofSeconds(2);

	private final Posters posters;

	private final FindingMovies finding;

	private final ChangingMovies movies;

	private final DecodingPictures decoding;

	private final long maxSize;

	private final Semaphore uploads;

	private final Semaphore decoders;

	ChangingPosters(Posters posters, FindingMovies finding, ChangingMovies movies, PosterSettings settings) {
		this.posters = posters;
		this.finding = finding;
		this.movies = movies;
		this.decoding = new DecodingPictures(settings);
		this.maxSize = settings.maxSize().toBytes();
		this.uploads = new Semaphore(settings.uploads());
		this.decoders = new Semaphore(settings.decoding(), true);
	}

	/**
	 * Gives a movie its poster. The same picture again changes nothing.
	 * @param movieId the movie
	 * @param expected what the poster was thought out for
	 * @param picture a JPEG, PNG or WebP file
	 * @return the movie with the poster's address
	 * @throws ApiException 413, 415 or 400 if it is no such file, 412 if the movie is
	 * another by now, 503 if too many are uploaded at once
	 * @throws IOException if the file does not arrive
	 */
	public Movie set(String movieId, Expected expected, InputStream picture) throws IOException {
		expected.check(this.finding.any(movieId));
		// Held while the file arrives, too: each takes up to its size in memory.
		if (!this.uploads.tryAcquire()) {
			throw new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "POSTERS_BUSY",
					"Too many posters are being uploaded; try again shortly", List.of(), COME_AGAIN, null);
		}
		try {
			return point(movieId, expected, keep(read(picture)).path());
		}
		finally {
			this.uploads.release();
		}
	}

	/**
	 * Takes a movie's poster away.
	 * @param movieId the movie
	 * @param expected what the change was thought out for
	 * @return the movie without a poster
	 * @throws ApiException 412 if the movie is another by now
	 */
	public Movie remove(String movieId, Expected expected) {
		return point(movieId, expected, null);
	}

	private byte[] read(InputStream picture) throws IOException {
		byte[] file = picture.readNBytes((int) this.maxSize + 1);
		if (file.length > this.maxSize) {
			throw new ApiException(HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE",
					"The file is larger than " + this.maxSize / (1024 * 1024) + " MiB");
		}
		if (file.length == 0) {
			throw PictureProblem.invalid("There is no picture in the request");
		}
		return file;
	}

	private PosterAddress keep(byte[] file) {
		PosterAddress address = new PosterAddress(sha256(file), Posters.WIDTHS.getLast());
		if (!this.posters.keep(address.hash())) {
			this.decoders.acquireUninterruptibly();
			try {
				BufferedImage picture = this.decoding.decode(file);
				Posters.WIDTHS
					.forEach((width) -> this.posters.store(address.hash(), width, Shrinking.to(width, picture)));
			}
			finally {
				this.decoders.release();
			}
		}
		return address;
	}

	private Movie point(String movieId, Expected expected, @Nullable String posterUrl) {
		Movie movie = this.finding.any(movieId);
		expected.check(movie);
		return Objects.equals(movie.details().posterUrl(), posterUrl) ? movie
				: this.movies.edit(movieId, expected, (details) -> details.withPoster(posterUrl));
	}

	private static String sha256(byte[] file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
