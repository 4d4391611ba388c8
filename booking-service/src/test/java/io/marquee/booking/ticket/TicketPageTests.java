package io.marquee.booking.ticket;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TicketPageTests {

	private static final String LONG = "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb ";

	@Test
	void isOnePageThatSaysAllThatMatters() throws IOException {
		try (PDDocument document = Loader.loadPDF(TicketPage.of(TicketFixture.of("Lagaan", "F7", "F8")))) {
			assertThat(document.getNumberOfPages()).isOne();
			assertThat(new PDFTextStripper().getText(document)).contains("Lagaan", "ADMITS 2",
					"Sunday, 22 November 2026", "10:45", "IST", "Regal Colaba, Mumbai", "Screen 2", "F7", "F8",
					"G3KU-NYTV", "₹1,250.00", "Show this code at the door");
		}
	}

	@Test
	void showsACodeThatAScannerReads() throws Exception {
		try (PDDocument document = Loader.loadPDF(TicketPage.of(TicketFixture.tenSeats()))) {
			BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
			int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
			RGBLuminanceSource source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
			assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText())
				.isEqualTo(TicketFixture.CODE);
			save("ticket", picture);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "दिलवाले दुल्हनिया ले जायेंगे", "பொன்னியின் செல்வன்", "బాహుబలి", "ಕಾಂತಾರ", "ലൂസിഫർ",
			"মহানগর", "ਜੱਟ", "ગુજરાત", "ଓଡ଼ିଆ", "Amélie, Łódź, Ирония, Ζορμπάς" })
	void writesTheScriptsOfIndiaAndEuropeWithoutABox(String title) throws IOException {
		try (PDDocument document = Loader.loadPDF(TicketPage.of(TicketFixture.of(title, "A1")))) {
			assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
				.contains(title.replaceAll("\\s", ""));
			assertThatFontsAreEmbedded(document.getPage(0));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "千と千尋の神隠し", "\u0000", "   ", "🎬" })
	void writesSomethingInsteadOfATitleNoFontHas(String title) throws IOException {
		try (PDDocument document = Loader.loadPDF(TicketPage.of(TicketFixture.of(title, "A1")))) {
			assertThat(new PDFTextStripper().getText(document)).contains("Your movie");
		}
	}

	@Test
	void keepsWhateverIsLongWithinItsPlace() throws IOException {
		Ticket ticket = TicketFixture.at("The Grand Old Picture Palace of the Northern Suburbs and Beyond".repeat(3),
				LONG.repeat(5), "Balcony left, row 12, seat 7", "x".repeat(20), "A1", "A2", "A3", "A4", "A5", "A6",
				"A7", "A8");
		try (PDDocument document = Loader.loadPDF(TicketPage.of(ticket))) {
			assertThat(document.getNumberOfPages()).isOne();
			assertThat(new PDFTextStripper().getText(document)).contains("Dr. Strangelove", "…", "G3KU-NYTV");
			save("long", new PDFRenderer(document).renderImageWithDPI(0, 100));
		}
	}

	private static void assertThatFontsAreEmbedded(PDPage page) throws IOException {
		for (var name : page.getResources().getFontNames()) {
			PDFont font = page.getResources().getFont(name);
			assertThat(font.isEmbedded()).as(font.getName()).isTrue();
		}
	}

	/** To look at. */
	private static void save(String name, BufferedImage picture) throws IOException {
		Path folder = Files.createDirectories(Path.of("target/tickets"));
		ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
	}

}
