package io.marquee.identity.secondfactor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is drawn is read again, as a telephone would. */
public class QrCodeTests {

	@Test
	void saysWhatItWasTold() throws IOException, NotFoundException {
		String uri = Totp.uri("Marquee", "asha@example.org", Totp.secret());

		assertThat(read(QrCode.png(uri))).isEqualTo(uri);
	}

	public static String read(byte[] png) throws IOException, NotFoundException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
		int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		return new QRCodeMultiReader()
			.decodeMultiple(new BinaryBitmap(
					new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))[0]
			.getText();
	}

}
