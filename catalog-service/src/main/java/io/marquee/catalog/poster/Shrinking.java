package io.marquee.catalog.poster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes posters of a picture. What else was in its file, such as where it was taken, is
 * left behind.
 */
final class Shrinking {

	private static final int MOST_BYTES = 1024 * 1024;

	private static final double[] QUALITIES = { 0.85, 0.7, 0.5, 0.3 };

	private Shrinking() {
	}

	/**
	 * Makes a poster.
	 * @param picture the picture, opaque RGB
	 * @param width how wide at most, in pixels; never wider than the picture
	 * @return the poster as JPEG, under 1 MiB
	 */
	static byte[] to(int width, BufferedImage picture) {
		byte[] poster = {};
		for (double quality : QUALITIES) {
			poster = to(Math.min(width, picture.getWidth()), picture, quality);
			if (poster.length < MOST_BYTES) {
				break;
			}
		}
		return poster;
	}

	private static byte[] to(int width, BufferedImage picture, double quality) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			Thumbnails.of(picture).width(width).outputFormat("jpg").outputQuality(quality).toOutputStream(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
