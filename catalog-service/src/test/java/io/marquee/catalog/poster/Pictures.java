package io.marquee.catalog.poster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/**
 * Picture files as people upload them.
 */
public final class Pictures {

	private Pictures() {
	}

	/** Its left half is red, its right half blue. */
	static BufferedImage halves(int width, int height, int type) {
		BufferedImage image = new BufferedImage(width, height, type);
		Graphics2D canvas = image.createGraphics();
		canvas.setColor(Color.RED);
		canvas.fillRect(0, 0, width / 2, height);
		canvas.setColor(Color.BLUE);
		canvas.fillRect(width / 2, 0, width - width / 2, height);
		canvas.dispose();
		return image;
	}

	public static byte[] jpeg(int width, int height) {
		return file(halves(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpg");
	}

	public static byte[] png(int width, int height) {
		return file(halves(width, height, BufferedImage.TYPE_4BYTE_ABGR), "png");
	}

	/** Nothing of it can be packed. */
	static byte[] noise(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
		Random random = new Random(7);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				image.setRGB(x, y, random.nextInt(0x1000000));
			}
		}
		return file(image, "jpg");
	}

	static byte[] resource(String name) {
		try (InputStream in = Pictures.class.getResourceAsStream("/posters/" + name)) {
			return (in != null) ? in.readAllBytes() : new byte[0];
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] file(BufferedImage image, String format) {
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(image, format, out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As a camera writes it that was turned by a quarter, and knows where it was. */
	static byte[] turned(byte[] jpeg, int orientation) {
		byte[] exif = ByteBuffer.allocate(34)
			.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
			.putInt(8)
			.putShort((short) 1)
			.putShort((short) 0x0112)
			.putShort((short) 3)
			.putInt(1)
			.putShort((short) orientation)
			.putShort((short) 0)
			.putInt(0)
			.array();
		ByteBuffer file = ByteBuffer.allocate(jpeg.length + exif.length + 4);
		int jfif = 20;
		file.put(jpeg, 0, jfif).putShort((short) 0xffe1).putShort((short) (exif.length + 2)).put(exif);
		return file.put(jpeg, jfif, jpeg.length - jfif).array();
	}

	/** The header of a PNG that claims to be huge, and next to nothing behind it. */
	static byte[] bomb(int width, int height) {
		byte[] png = png(100, 100);
		ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
		CRC32 crc = new CRC32();
		crc.update(png, 12, 17);
		ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
		return png;
	}

	public static BufferedImage read(byte[] file) {
		try {
			return ImageIO.read(new ByteArrayInputStream(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
