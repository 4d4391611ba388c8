package io.marquee.booking.ticket;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;

import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfShading;
import org.openpdf.text.pdf.PdfShadingPattern;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The ticket on one page, half a sheet of A4: for a phone held up at the door as well as
 * for a printer.
 */
final class TicketPage {

	private static final float WIDTH = 420;

	private static final float HEIGHT = 595;

	/** The card's edges. */
	private static final float LEFT = 22;

	private static final float RIGHT = WIDTH - LEFT;

	private static final float TOP = HEIGHT - 22;

	private static final float BOTTOM = 22;

	private static final float PADDING = 24;

	/** Where the marquee ends and where the stub begins. */
	private static final float MARQUEE = 436;

	private static final float TEAR = 226;

	private static final float TITLE_TOP = TOP - 44;

	private static final float TITLE_BOTTOM = MARQUEE + 24;

	private static final float TEXT_WIDTH = RIGHT - LEFT - 2 * PADDING;

	private static final Color PAPER = new Color(0xf4f2ee);

	private static final Color INK = new Color(0x221a1b);

	private static final Color FAINT = new Color(0x85787a);

	private static final Color RED = new Color(0xa3262a);

	private static final Color NIGHT = new Color(0x3d0c15);

	private static final Color LAMP = new Color(0xffd27a);

	private final Ticket ticket;

	private final PdfWriter writer;

	private final PdfContentByte page;

	private TicketPage(Ticket ticket, PdfWriter writer) {
		this.ticket = ticket;
		this.writer = writer;
		this.page = writer.getDirectContent();
	}

	static byte[] of(Ticket ticket) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (Document document = new Document(new Rectangle(WIDTH, HEIGHT))) {
			PdfWriter writer = PdfWriter.getInstance(document, file);
			document.addTitle("Ticket " + ticket.bookingCode() + ": " + ticket.movieTitle());
			document.addCreator("Marquee");
			writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
			document.open();
			new TicketPage(ticket, writer).draw();
		}
		return file.toByteArray();
	}

	private void draw() {
		fill(PAPER);
		this.page.rectangle(0, 0, WIDTH, HEIGHT);
		this.page.fill();
		fill(Color.WHITE);
		this.page.roundRectangle(LEFT, BOTTOM, RIGHT - LEFT, TOP - BOTTOM, 14);
		this.page.fill();
		drawMarquee();
		drawShow();
		drawTear();
		drawStub();
	}

	/** The lit sign over the entrance, with the title on it. */
	private void drawMarquee() {
		this.page.saveState();
		this.page.roundRectangle(LEFT, MARQUEE - 20, RIGHT - LEFT, TOP - MARQUEE + 20, 14);
		this.page.clip();
		this.page.newPath();
		PdfShading dusk = PdfShading.simpleAxial(this.writer, LEFT, TOP, RIGHT, MARQUEE, NIGHT, RED);
		this.page.setShadingFill(new PdfShadingPattern(dusk));
		this.page.rectangle(LEFT, MARQUEE, RIGHT - LEFT, TOP - MARQUEE);
		this.page.fill();
		this.page.restoreState();
		drawLamps();
		float x = LEFT + PADDING;
		fill(LAMP);
		spaced("MARQUEE", 9, 1.1f, x, TOP - 30);
		String admits = (this.ticket.admits() == 1) ? "ADMITS ONE" : "ADMITS " + this.ticket.admits();
		spaced(admits, 9, 1.1f, RIGHT - PADDING - spacedWidth(admits, 9, 1.1f), TOP - 30);
		fill(Color.WHITE);
		String name = this.ticket.movieTitle();
		FittedText title = FittedText.of(Lettering.BOLD.canWrite(name) ? name : "Your movie", TEXT_WIDTH, 3, 30, 14,
				(TITLE_TOP - TITLE_BOTTOM));
		float y = (TITLE_TOP + TITLE_BOTTOM + title.height()) / 2 - title.ascent();
		for (String line : title.lines()) {
			Lettering.BOLD.write(this.page, line, title.size(), x, y);
			y -= title.leading();
		}
	}

	private void drawLamps() {
		int lamps = 24;
		float step = (RIGHT - LEFT) / lamps;
		for (int i = 0; i < lamps; i++) {
			fill((i % 2 == 0) ? LAMP : new Color(0xd98b4a));
			this.page.circle(LEFT + step * (i + 0.5f), MARQUEE + 9, (i % 2 == 0) ? 2.6f : 1.9f);
			this.page.fill();
		}
	}

	private void drawShow() {
		float x = LEFT + PADDING;
		float half = x + TEXT_WIDTH * 0.62f;
		fact("DATE", this.ticket.day(), x, 410, half - x - 12);
		fact("TIME", this.ticket.time() + " " + this.ticket.zone(), half, 410, RIGHT - PADDING - half);
		fact("CINEMA", this.ticket.venueName() + ", " + this.ticket.city(), x, 360, half - x - 12);
		fact("SCREEN", this.ticket.screenName(), half, 360, RIGHT - PADDING - half);
		label((this.ticket.admits() == 1) ? "SEAT" : "SEATS", x, 310);
		drawSeats(x, 302);
	}

	/** As large as their number allows. */
	private void drawSeats(float left, float top) {
		List<String> seats = this.ticket.seats();
		boolean few = seats.size() <= 5;
		float size = few ? 28 : 17;
		float height = few ? 52 : 28;
		float gap = 6;
		int columns = few ? seats.size() : 5;
		float widest = 0;
		for (String seat : seats) {
			widest = Math.max(widest, Lettering.BOLD.width(seat, size));
		}
		float width = Math.min((TEXT_WIDTH - (columns - 1) * gap) / columns, Math.max(few ? 64 : 54, widest + 24));
		for (int i = 0; i < seats.size(); i++) {
			float x = left + (i % columns) * (width + gap);
			float y = top - height - (i / columns) * (height + gap);
			fill(new Color(0xf9ecec));
			this.page.roundRectangle(x, y, width, height, 7);
			this.page.fill();
			fill(RED);
			FittedText seat = FittedText.of(seats.get(i), width - 10, 1, size, 5, height);
			String name = seat.lines().getFirst();
			Lettering.BOLD.write(this.page, name, seat.size(),
					x + (width - Lettering.BOLD.width(name, seat.size())) / 2, y + (height - seat.ascent()) / 2);
		}
	}

	private void drawTear() {
		fill(PAPER);
		this.page.circle(LEFT, TEAR, 10);
		this.page.circle(RIGHT, TEAR, 10);
		this.page.fill();
		this.page.saveState();
		this.page.setColorStroke(new Color(0xcfc6c0));
		this.page.setLineWidth(1.2f);
		this.page.setLineDash(4, 4, 0);
		this.page.moveTo(LEFT + 18, TEAR);
		this.page.lineTo(RIGHT - 18, TEAR);
		this.page.stroke();
		this.page.restoreState();
	}

	private void drawStub() {
		float side = 168;
		drawCode(LEFT + PADDING - 6, (TEAR + BOTTOM - side) / 2, side);
		float x = LEFT + PADDING + side + 10;
		float width = RIGHT - PADDING - x + 8;
		label("BOOKING CODE", x, 196);
		fill(INK);
		FittedText code = FittedText.of(this.ticket.bookingCode(), width, 1, 23, 9, 30);
		Lettering.BOLD.write(this.page, code.lines().getFirst(), code.size(), x, 171);
		fact("PAID", this.ticket.paid(), x, 148, width);
		fill(FAINT);
		float y = 104;
		for (String line : Lettering.REGULAR.lines(
				"Show this code at the door, on your phone or on paper. "
						+ "It admits everybody on this ticket together, once. Please be seated before the show begins.",
				8.5f, width)) {
			Lettering.REGULAR.write(this.page, line, 8.5f, x, y);
			y -= 11.5f;
		}
	}

	private void drawCode(float left, float bottom, float side) {
		QrCode code = QrCode.of(this.ticket.code());
		float module = side / code.size();
		fill(INK);
		for (int y = 0; y < code.size(); y++) {
			for (int x = 0; x < code.size(); x++) {
				int begin = x;
				while (code.isDark(x, y)) {
					x++;
				}
				// One bar for neighbours: hairlines between them would confuse scanners.
				if (x > begin) {
					this.page.rectangle(left + begin * module, bottom + (code.size() - 1 - y) * module,
							(x - begin) * module, module + 0.05f);
				}
			}
		}
		this.page.fill();
	}

	private void fact(String label, String value, float x, float y, float width) {
		label(label, x, y);
		fill(INK);
		FittedText words = FittedText.of(value, width, 1, 15, 11, 20);
		if (words.isCut()) {
			words = FittedText.of(value, width, 2, 11, 8, 30);
		}
		float line = y - ((words.lines().size() == 1) ? 18 : 14);
		for (String text : words.lines()) {
			Lettering.BOLD.write(this.page, text, words.size(), x, line);
			line -= words.leading();
		}
	}

	private void label(String text, float x, float y) {
		fill(FAINT);
		spaced(text, 7, 0.8f, x, y);
	}

	private void spaced(String text, float size, float space, float x, float y) {
		this.page.setCharacterSpacing(space);
		Lettering.BOLD.write(this.page, text, size, x, y);
		this.page.setCharacterSpacing(0);
	}

	private static float spacedWidth(String text, float size, float space) {
		return Lettering.BOLD.width(text, size) + space * (text.length() - 1);
	}

	private void fill(Color color) {
		this.page.setColorFill(color);
	}

}
