package io.marquee.catalog.poster;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import io.marquee.platform.web.ApiException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DecodingPicturesTests {

	private final DecodingPictures decoding = decoding(48);

	@ParameterizedTest
	@MethodSource
	void tellsWhatAPictureIsByItsContent(byte[] file, int width, int height) {
		BufferedImage picture = this.decoding.decode(file);
		assertThat(picture.getWidth()).isEqualTo(width);
		assertThat(picture.getHeight()).isEqualTo(height);
		assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
	}

	static Stream<Arguments> tellsWhatAPictureIsByItsContent() {
		return Stream.of(Arguments.of(Pictures.jpeg(200, 300), 200, 300),
				Arguments.of(Pictures.png(120, 160), 120, 160), Arguments.of(Pictures.resource("lossy.webp"), 300, 450),
				Arguments.of(Pictures.resource("lossless.webp"), 300, 450));
	}

	@ParameterizedTest
	@MethodSource
	void refusesWhatIsNoPicture(byte[] file) {
		assertRefused(file, "UNSUPPORTED_IMAGE");
	}

	static Stream<byte[]> refusesWhatIsNoPicture() {
		BufferedImage image = Pictures.halves(200, 300, BufferedImage.TYPE_INT_RGB);
		return Stream.of("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
				"%PDF-1.7 and so on, and so on".getBytes(StandardCharsets.UTF_8), Pictures.file(image, "gif"),
				Pictures.file(image, "bmp"), new byte[1000]);
	}

	@ParameterizedTest
	@MethodSource
	void refusesWhatIsCutOff(byte[] file) {
		for (double part : new double[] { 0.99, 0.9, 0.5, 0.2 }) {
			assertRefused(Arrays.copyOf(file, (int) (file.length * part)), "INVALID_IMAGE");
		}
	}

	static Stream<byte[]> refusesWhatIsCutOff() {
		return Stream.of(Pictures.noise(200, 300), Pictures.png(600, 800), Pictures.resource("lossy.webp"),
				Pictures.resource("lossless.webp"));
	}

	@Test
	void decodesNothingThatClaimsToBeHuge() {
		for (byte[] bomb : new byte[][] { Pictures.bomb(50_000, 50_000), Pictures.bomb(8000, 5001) }) {
			assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.decoding.decode(bomb))
				.withMessageContaining("at most 40 million are taken");
		}
	}

	@Test
	void refusesAJpegThatIsDrawnOverAndOver() {
		byte[] jpeg = Pictures.jpeg(200, 300);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(jpeg, 0, jpeg.length - 2);
		byte[] scan = { (byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0 };
		for (int i = 0; i < 200; i++) {
			file.writeBytes(scan);
		}
		file.write(jpeg, jpeg.length - 2, 2);
		assertRefused(file.toByteArray(), "INVALID_IMAGE");
		assertThat(PictureFormat.JPEG.isSuspect(file.toByteArray())).isTrue();
		assertThat(PictureFormat.JPEG.isSuspect(Pictures.noise(200, 300))).isFalse();
	}

	@Test
	void wantsSidesThatAPosterCanHave() {
		assertRefused(Pictures.jpeg(99, 150), "INVALID_IMAGE");
		assertRefused(Pictures.jpeg(150, 99), "INVALID_IMAGE");
		assertRefused(Pictures.jpeg(100, 501), "INVALID_IMAGE");
		assertThat(this.decoding.decode(Pictures.jpeg(100, 500)).getHeight()).isEqualTo(500);
	}

	@Test
	void takesNoMoreMemoryThanItMay() {
		assertThat(decoding(2).decode(Pictures.jpeg(1000, 1500))).satisfies((picture) -> {
			assertThat(picture.getWidth()).isEqualTo(334);
			assertThat(picture.getHeight()).isEqualTo(500);
		});
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> decoding(2).decode(Pictures.resource("lossy.webp")))
			.withMessageContaining("send a smaller one");
	}

	@Test
	void turnsAPictureTheRightWayUp() {
		byte[] jpeg = Pictures.jpeg(200, 300);
		BufferedImage clockwise = this.decoding.decode(Pictures.turned(jpeg, 6));
		assertThat(clockwise.getWidth()).isEqualTo(300);
		assertThat(new Color(clockwise.getRGB(150, 10)).getRed()).isGreaterThan(200);
		assertThat(new Color(clockwise.getRGB(150, 190)).getBlue()).isGreaterThan(200);
	}

	@Test
	void putsWhiteWhereAPictureIsTransparent() {
		byte[] png = Pictures.file(new BufferedImage(100, 100, BufferedImage.TYPE_4BYTE_ABGR), "png");
		assertThat(new Color(this.decoding.decode(png).getRGB(50, 50))).isEqualTo(Color.WHITE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 800 })
	void makesPostersNoWiderThanThePictureAndUnderAMebibyte(int width) {
		for (byte[] file : new byte[][] { Pictures.noise(900, 1350), Pictures.jpeg(300, 450) }) {
			BufferedImage picture = this.decoding.decode(file);
			byte[] poster = Shrinking.to(width, picture);
			assertThat(poster.length).isBetween(500, 1024 * 1024);
			BufferedImage made = Pictures.read(poster);
			assertThat(made.getWidth()).isEqualTo(Math.min(width, picture.getWidth()));
			assertThat((double) made.getHeight() / made.getWidth()).isBetween(1.49, 1.51);
		}
	}

	@Test
	void leavesWhatElseIsInTheFileBehind() {
		byte[] poster = Shrinking.to(200, this.decoding.decode(Pictures.turned(Pictures.jpeg(300, 450), 3)));
		assertThat(new String(poster, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
	}

	private void assertRefused(byte[] file, String code) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.decoding.decode(file))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(code));
	}

	private static DecodingPictures decoding(int mebibytes) {
		return new DecodingPictures(new PosterSettings(DataSize.ofMegabytes(5), 40, DataSize.ofMegabytes(mebibytes), 4,
				1, Duration.ofDays(1)));
	}

}
