package io.marquee.catalog.poster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.marquee.platform.web.ApiException;

/**
 * Reads a picture from a file that may be anything. What it is is told by its content,
 * and its size by its header before a pixel is decoded: a few kilobytes can claim to be
 * as large as they like.
 */
class DecodingPictures {

	private static final Log log = LogFactory.getLog(DecodingPictures.class);

	private static final int LEAST_SIDE = 100;

	private static final int MOST_ELONGATED = 5;

	private final PosterSettings settings;

	DecodingPictures(PosterSettings settings) {
		this.settings = settings;
		ImageIO.scanForPlugins();
	}

	/**
	 * Decodes a picture, in opaque RGB and the right way up.
	 * @param file the file
	 * @return the picture, maybe smaller than it is in the file
	 * @throws ApiException 415 if it is none, 400 if it is broken, too large or too small
	 */
	BufferedImage decode(byte[] file) {
		try (ImageInputStream in = new ByteArrayImageInputStream(file)) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			while (readers.hasNext()) {
				ImageReader reader = readers.next();
				try {
					PictureFormat format = PictureFormat.named(reader.getFormatName()).orElse(null);
					if (format != null) {
						// Without its metadata: they can unpack to more than the picture.
						reader.setInput(in, true, true);
						return decode(file, reader, format);
					}
				}
				finally {
					reader.dispose();
				}
			}
			throw PictureProblem.unsupported();
		}
		catch (ApiException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			// Decoders stumble over broken files in every way there is.
			throw PictureProblem.broken(ex);
		}
	}

	private BufferedImage decode(byte[] file, ImageReader reader, PictureFormat format) throws IOException {
		int every = step(reader, format);
		if (format.isSuspect(file)) {
			throw PictureProblem.broken(null);
		}
		reader.addIIOReadWarningListener((source, warning) -> {
			// Readers of JPEG fill up with grey what is missing.
			if (!warning.contains("profile")) {
				throw PictureProblem.broken(new IOException(warning));
			}
		});
		ImageReadParam parameters = reader.getDefaultReadParam();
		parameters.setSourceSubsampling(every, every, 0, 0);
		BufferedImage picture = opaque(reader.read(0, parameters));
		return (format == PictureFormat.JPEG) ? upright(picture, file) : picture;
	}

	/** Checks the size; every how many pixels one is kept so that it fits into memory. */
	private int step(ImageReader reader, PictureFormat format) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		long pixels = (long) width * height;
		long memory = this.settings.decodingMemory().toBytes();
		if (pixels > this.settings.maxMegapixels() * 1_000_000L) {
			throw PictureProblem.invalid("The picture is " + width + " x " + height + " pixels; at most "
					+ this.settings.maxMegapixels() + " million are taken");
		}
		if (Math.min(width, height) < LEAST_SIDE) {
			throw PictureProblem.invalid("The picture is " + width + " x " + height + " pixels; a poster is at least "
					+ LEAST_SIDE + " wide and high");
		}
		if (Math.max(width, height) > (long) MOST_ELONGATED * Math.min(width, height)) {
			throw PictureProblem.invalid("The picture is " + width + " x " + height + " pixels; a poster is at most "
					+ MOST_ELONGATED + " times as high as wide, or as wide as high");
		}
		if (pixels * format.bytesPerPixel() > memory) {
			throw PictureProblem.invalid("The picture is " + width + " x " + height + " pixels; as " + format
					+ " at most " + memory / format.bytesPerPixel() + " are taken: send a smaller one, or JPEG");
		}
		int bits = reader.getImageTypes(0).next().getColorModel().getPixelSize();
		// Half, for it is turned or made opaque beside itself.
		return (int) Math.ceil(Math.sqrt(pixels * (bits / 8.0) / (memory / 2.0)));
	}

	private static BufferedImage opaque(BufferedImage picture) {
		if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR) {
			return picture;
		}
		BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
		Graphics2D canvas = opaque.createGraphics();
		try {
			canvas.drawImage(picture, 0, 0, Color.WHITE, null);
		}
		finally {
			canvas.dispose();
		}
		return opaque;
	}

	/** A camera that was held sideways says so beside the picture. */
	private static BufferedImage upright(BufferedImage picture, byte[] file) {
		Orientation orientation = orientation(file);
		return (orientation != null) ? ExifFilterUtils.getFilterForOrientation(orientation).apply(picture) : picture;
	}

	private static @Nullable Orientation orientation(byte[] file) {
		ImageReader reader = ImageIO.getImageReadersByFormatName("JPEG").next();
		try (ImageInputStream in = new ByteArrayImageInputStream(file)) {
			reader.setInput(in);
			return ExifUtils.getExifOrientation(reader, 0);
		}
		catch (IOException | RuntimeException ex) {
			log.debug("A picture has unreadable metadata", ex);
			return null;
		}
		finally {
			reader.dispose();
		}
	}

}
