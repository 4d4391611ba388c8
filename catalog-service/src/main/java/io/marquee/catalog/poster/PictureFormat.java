package io.marquee.catalog.poster;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The formats that are taken, and what each has to be watched for.
 */
enum PictureFormat {

	/** The decoder takes it row by row and can leave rows out. */
	JPEG {
		@Override
		boolean isSuspect(byte[] file) {
			// Pictures of many megapixels can be drawn over again by a few bytes each
			// time.
			int scans = 0;
			for (int i = 0; i + 1 < file.length; i++) {
				if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == 0xda) {
					scans++;
				}
			}
			return scans > MOST_SCANS;
		}
	},

	/** The same. */
	PNG,

	/** The decoder takes it as a whole. */
	WEBP {
		@Override
		boolean isSuspect(byte[] file) {
			// The decoder makes up what a lossless file lacks.
			return file.length < 12 || Integer.toUnsignedLong(
					(file[4] & 0xff) | (file[5] & 0xff) << 8 | (file[6] & 0xff) << 16 | (file[7] & 0xff) << 24)
					+ 8 > file.length;
		}

		@Override
		int bytesPerPixel() {
			return 40;
		}
	};

	private static final int MOST_SCANS = 100;

	/** Whether the file is cut off or made to keep a decoder busy. */
	boolean isSuspect(byte[] file) {
		return false;
	}

	/**
	 * What a pixel costs the decoder, however small the picture is to become; measured.
	 * Zero if that follows from the size it is to have.
	 */
	int bytesPerPixel() {
		return 0;
	}

	static Optional<PictureFormat> named(@Nullable String name) {
		return switch (String.valueOf(name).toUpperCase(Locale.ROOT)) {
			case "JPEG" -> Optional.of(JPEG);
			case "PNG" -> Optional.of(PNG);
			case "WEBP" -> Optional.of(WEBP);
			default -> Optional.empty();
		};
	}

}
