package io.marquee.catalog.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CsvLinesTests {

	private static final Columns COLUMNS = Columns.of(Column.of("externalId").isRequired(), Column.of("title"),
			Column.list("cast"));

	private final JsonMapper json = new JsonMapper();

	@Property(tries = 2000)
	void readsWhatIsWritten(@ForAll("text") String title, @ForAll("texts") List<String> cast) throws IOException {
		ObjectNode thing = this.json.createObjectNode()
			.put("externalId", "x")
			.put("title", title.isEmpty() ? null : title);
		cast.forEach(thing.putArray("cast")::add);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		Exporting.csv(COLUMNS, List.of(thing, thing).iterator(), file);
		List<ImportLine> lines = read(file.toString(StandardCharsets.UTF_8), new ImportProblems());
		assertThat(lines).hasSize(2).allSatisfy((line) -> assertThat(line.content()).isEqualTo(thing));
	}

	@Property(tries = 2000)
	void writesNothingThatASpreadsheetComputes(@ForAll("text") String title) {
		String cell = Cells.harmless(title);
		assertThat(cell).doesNotMatch("(?s)[=+@\t\r].*").doesNotMatch("(?s)-[^0-9].*");
		assertThat(Cells.read(cell)).isEqualTo(title);
	}

	@Provide
	Arbitrary<String> text() {
		return Arbitraries.strings()
			.withChars("ab'=+-@|;\\\"\r\n\t, 1.é🎬क".toCharArray())
			.ofMaxLength(12)
			.map((text) -> text.codePoints()
				.filter((letter) -> !Character.isSurrogate((char) letter) || letter > 0xffff)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString()
				.strip());
	}

	@Provide
	Arbitrary<List<String>> texts() {
		return text().filter((text) -> !text.isEmpty()).list().ofMaxSize(4);
	}

	@Test
	void countsLinesAsAnEditorDoes() {
		String file = "\uFEFFtitle,externalId\r\n\"one\nof\r\nthree\",a\r\n\r\nlast,b\n\"too\nshort\"\n";
		ImportProblems problems = new ImportProblems();
		List<ImportLine> lines = read(file, problems);
		assertThat(lines).extracting(ImportLine::label).containsExactly("line 2", "line 6", "line 7");
		assertThat(lines.getFirst().content().path("title").asString()).isEqualTo("one\nof\r\nthree");
		assertThat(told(problems)).containsExactly(new FieldProblem("line 7", "has 1 cells, the first line names 2"));
	}

	@Test
	void leavesOutWhatTheFileDoesNotName() {
		ObjectNode content = read("externalId,title\na,\n", new ImportProblems()).getFirst().content();
		assertThat(content.propertyNames()).containsExactly("externalId", "title");
		assertThat(content.path("title").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			externalId,titel | line 1: titel      | is no column; the columns are externalId (required), title, cast
			title,cast       | line 1: externalId | is missing; the columns are externalId (required), title, cast
			externalId,title,title | line 1: title | is there twice
			''               | line 1: externalId | is missing; the columns are externalId (required), title, cast
			""")
	void wantsColumnsThatItKnows(String header, String field, String message) {
		ImportProblems problems = new ImportProblems();
		assertThat(read(header + "\n1,2,3\n", problems)).isEmpty();
		assertThat(told(problems)).contains(new FieldProblem(field, message));
	}

	@Test
	void refusesWhatIsNoCsvOrNoUtf8() {
		ImportProblems quotes = new ImportProblems();
		read("externalId,title\na,b\nb,\"c\"d\n", quotes);
		assertThat(told(quotes)).extracting(FieldProblem::field).containsExactly("line 3");
		ImportProblems latin = new ImportProblems();
		new CsvLines(COLUMNS, this.json, latin)
			.read("externalId,title\na,b\nc,Amélie\n".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(told(latin)).containsExactly(new FieldProblem("line 3", "is not UTF-8"));
	}

	@Test
	void tellsNoMoreThanAHundredProblemsAndHowManyThereAre() {
		ImportProblems problems = new ImportProblems();
		read("externalId,title\n" + "a\n".repeat(250), problems);
		assertThat(told(problems)).hasSize(100);
		assertThat(catchThrowableOfType(ApiException.class, problems::check)).hasMessageContaining("250 problems");
	}

	@Test
	void takesFiveThousandLinesAndNoMore() {
		ImportProblems problems = new ImportProblems();
		assertThat(read("externalId\n" + "a\n".repeat(5000), problems)).hasSize(5000);
		problems.check();
		read("externalId\n" + "a\n".repeat(5001), problems);
		assertThat(told(problems)).extracting(FieldProblem::field).containsExactly("line 5002");
	}

	private List<ImportLine> read(String file, ImportProblems problems) {
		return new CsvLines(COLUMNS, this.json, problems).read(file.getBytes(StandardCharsets.UTF_8));
	}

	private static List<FieldProblem> told(ImportProblems problems) {
		return catchThrowableOfType(ApiException.class, problems::check).errors();
	}

}
