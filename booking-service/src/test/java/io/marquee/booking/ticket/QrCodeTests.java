package io.marquee.booking.ticket;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTests {

	@ParameterizedTest
	@ValueSource(ints = { 300, 301, 512, 1024 })
	void pictureHasTheSizeAskedForAndIsReadBackToTheVeryCode(int pixels) throws Exception {
		BufferedImage picture = picture(pixels);
		assertThat(picture.getWidth()).isEqualTo(pixels);
		assertThat(picture.getHeight()).isEqualTo(pixels);
		Result read = read(picture);
		assertThat(read.getText()).isEqualTo(TicketFixture.CODE);
		assertThat(read.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
	}

	@Test
	void pictureIsNeverTooSmallToBeRead() throws Exception {
		assertThat(picture(1).getWidth()).isGreaterThan(60);
	}

	private static BufferedImage picture(int pixels) throws Exception {
		return ImageIO.read(new ByteArrayInputStream(QrCode.of(TicketFixture.CODE).png(pixels)));
	}

	private static Result read(BufferedImage picture) throws Exception {
		int width = picture.getWidth();
		int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
		RGBLuminanceSource source = new RGBLuminanceSource(width, picture.getHeight(), pixels);
		return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
	}

}
