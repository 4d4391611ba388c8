package io.marquee.booking.ticket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as dark and light modules, without its quiet zone. */
final class QrCode {

	/** The light margin that scanners need, in modules. */
	static final int QUIET_ZONE = 4;

	private final ByteMatrix modules;

	private QrCode(ByteMatrix modules) {
		this.modules = modules;
	}

	/** Damage to 15 % of it does not matter: screens have scratches. */
	static QrCode of(String text) {
		try {
			return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("This is too long for a QR code", ex);
		}
	}

	int size() {
		return this.modules.getWidth();
	}

	boolean isDark(int x, int y) {
		return x >= 0 && y >= 0 && x < size() && y < size() && this.modules.get(x, y) == 1;
	}

	/**
	 * A square black and white PNG. Written by hand, as the JDK's own writer would load
	 * its whole graphics library for it.
	 * @param pixels the length of its sides; each module is a whole number of pixels
	 * @return the file
	 */
	byte[] png(int pixels) {
		int scale = Math.max(1, pixels / (size() + 2 * QUIET_ZONE));
		int side = Math.max(pixels, scale * (size() + 2 * QUIET_ZONE));
		int margin = (side - scale * size()) / 2;
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		// One bit a pixel, greyscale, no interlace.
		chunk(file, "IHDR",
				ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[] { 1, 0, 0, 0, 0 }).array());
		chunk(file, "IDAT", lines(side, scale, margin));
		chunk(file, "IEND", new byte[0]);
		return file.toByteArray();
	}

	private byte[] lines(int side, int scale, int margin) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (DeflaterOutputStream lines = new DeflaterOutputStream(compressed)) {
			for (int y = 0; y < side; y++) {
				byte[] line = new byte[1 + (side + 7) / 8];
				for (int x = 0; x < side; x++) {
					if (!isDark(Math.floorDiv(x - margin, scale), Math.floorDiv(y - margin, scale))) {
						line[1 + x / 8] |= (byte) (0x80 >> (x % 8));
					}
				}
				lines.write(line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

	private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
		byte[] body = ByteBuffer.allocate(4 + data.length)
			.put(type.getBytes(StandardCharsets.US_ASCII))
			.put(data)
			.array();
		CRC32 checksum = new CRC32();
		checksum.update(body);
		file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
		file.writeBytes(body);
		file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
	}

}
