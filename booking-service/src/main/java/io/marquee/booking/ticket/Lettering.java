package io.marquee.booking.ticket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutFontManager;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;
import org.springframework.core.io.ClassPathResource;

/**
 * Writes words of several scripts in the fonts of this jar: Latin, Greek, Cyrillic, and
 * the scripts of India. What no font has is left out rather than shown as a box.
 */
final class Lettering {

	private static final Log log = LogFactory.getLog(Lettering.class);

	private static final List<String> SCRIPTS = List.of("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya",
			"Tamil", "Telugu", "Kannada", "Malayalam");

	private static final Map<String, Face> faces = new ConcurrentHashMap<>();

	static final Lettering REGULAR = new Lettering("NotoSans-Regular");

	static final Lettering BOLD = new Lettering("NotoSans-Bold");

	private final List<String> fonts;

	private Lettering(String font) {
		this.fonts = Stream.concat(Stream.of(font), SCRIPTS.stream().map((script) -> "NotoSans" + script + "-Bold"))
			.toList();
	}

	/** Whether anything of it would be seen. */
	boolean canWrite(String text) {
		return runs(text).stream().anyMatch((run) -> !run.text().isBlank());
	}

	float width(String text, float size) {
		float width = 0;
		for (Run run : runs(text)) {
			width += run.face().width(run.text(), size);
		}
		return width;
	}

	/**
	 * Writes one line.
	 * @return where it ends
	 */
	float write(PdfContentByte page, String text, float size, float x, float y) {
		float end = x;
		for (Run run : runs(text)) {
			page.beginText();
			page.setFontAndSize(run.face().font(), size);
			page.setTextMatrix(end, y);
			run.face().show(page, run.text(), size);
			page.endText();
			end += run.face().width(run.text(), size);
		}
		return end;
	}

	/** Breaks between words, and within one only if it is longer than a line. */
	List<String> lines(String text, float size, float width) {
		List<String> lines = new ArrayList<>();
		String line = "";
		for (String word : text.strip().split("\\s+")) {
			String longer = line.isEmpty() ? word : line + " " + word;
			if (width(longer, size) <= width) {
				line = longer;
				continue;
			}
			if (!line.isEmpty()) {
				lines.add(line);
			}
			line = word;
			while (width(line, size) > width) {
				String part = beginning(line, size, width);
				lines.add(part);
				line = line.substring(part.length());
			}
		}
		lines.add(line);
		return lines;
	}

	/** As much of it as fits, at least one character, with an ellipsis. */
	String shortened(String text, float size, float width) {
		return (width(text, size) <= width) ? text : beginning(text, size, width - width("…", size)).strip() + "…";
	}

	private String beginning(String text, float size, float width) {
		int end = text.offsetByCodePoints(0, 1);
		while (end < text.length()) {
			int next = text.offsetByCodePoints(end, 1);
			if (width(text.substring(0, next), size) > width) {
				break;
			}
			end = next;
		}
		return text.substring(0, end);
	}

	private List<Run> runs(String text) {
		List<Run> runs = new ArrayList<>();
		StringBuilder current = new StringBuilder();
		Face face = null;
		for (int character : text.codePoints().toArray()) {
			Face next = face(character, face);
			if (next == null) {
				continue;
			}
			if (face != null && next != face) {
				runs.add(new Run(face, current.toString()));
				current.setLength(0);
			}
			face = next;
			current.appendCodePoint(character);
		}
		if (face != null) {
			runs.add(new Run(face, current.toString()));
		}
		return runs;
	}

	/** Spaces, digits and marks stay with the word they follow. */
	private @Nullable Face face(int character, @Nullable Face current) {
		if (Character.isISOControl(character)) {
			return null;
		}
		UnicodeScript script = UnicodeScript.of(character);
		if ((script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) && current != null
				&& current.font().charExists(character)) {
			return current;
		}
		for (String font : this.fonts) {
			// The first one has no script of India; the others are read once one is
			// needed.
			if (font.equals(this.fonts.getFirst()) || isIndian(character)) {
				Face face = faces.computeIfAbsent(font, Face::load);
				if (face.font().charExists(character)) {
					return face;
				}
			}
		}
		return null;
	}

	private static boolean isIndian(int character) {
		return character >= 0x0900 && character <= 0x0DFF || character >= 0xA830 && character <= 0xA8FF;
	}

	private record Run(Face face, String text) {
	}

	/**
	 * A font.
	 *
	 * @param shaping joins and reorders letters as the scripts of India need it, or null
	 */
	private record Face(BaseFont font, @Nullable GlyphLayoutManager shaping) {

		static Face load(String name) {
			byte[] bytes = bytes(name);
			if (!name.startsWith("NotoSans-")) {
				try {
					GlyphLayoutFontManager fonts = new GlyphLayoutFontManager();
					GlyphLayoutManager shaping = new GlyphLayoutManager(fonts).setWriteActualText(true);
					BaseFont font = shaping.loadFont(name + ".ttf", new ByteArrayInputStream(bytes), 1).getBaseFont();
					return new Face(font, shaping);
				}
				// The JDK's text engine needs libraries that a slim system may lack.
				catch (GlyphLayoutFontManager.FontLoadException | RuntimeException | LinkageError ex) {
					log.warn("Letters of " + name + " are written unjoined, the JDK cannot shape text here: " + ex);
				}
			}
			return new Face(font(name, bytes), null);
		}

		float width(String text, float size) {
			return (this.shaping != null)
					? (float) this.shaping.computeGlyphVector(this.font, size, text).getLogicalBounds().getWidth()
					: this.font.getWidthPoint(text, size);
		}

		void show(PdfContentByte page, String text, float size) {
			if (this.shaping != null) {
				this.shaping.showText(page, this.font, size, text);
			}
			else {
				page.showText(text);
			}
		}

		private static BaseFont font(String name, byte[] bytes) {
			try {
				return BaseFont.createFont(name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static byte[] bytes(String name) {
			try (InputStream file = new ClassPathResource("fonts/" + name + ".ttf").getInputStream()) {
				return file.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
