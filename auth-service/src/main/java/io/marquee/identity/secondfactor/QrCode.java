package io.marquee.identity.secondfactor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * A QR code as a picture.
 */
final class QrCode {

	private static final int PIXELS = 300;

	private static final int WHITE = 0xFFFFFF;

	private QrCode() {
	}

	/**
	 * Draws one.
	 * @param text what it says
	 * @return a square black and white PNG
	 */
	static byte[] png(String text) {
		try {
			BitMatrix dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS);
			BufferedImage image = new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
			for (int y = 0; y < dots.getHeight(); y++) {
				for (int x = 0; x < dots.getWidth(); x++) {
					image.setRGB(x, y, dots.get(x, y) ? 0 : WHITE);
				}
			}
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			ImageIO.write(image, "png", file);
			return file.toByteArray();
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("This is too long for a QR code", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
