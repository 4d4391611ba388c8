package io.marquee.catalog.transfer;

import java.util.List;
import java.util.function.UnaryOperator;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReadingRequestsTests {

	private final JsonMapper json = JsonMapper.builder().build();

	private final ReadingRequests requests = new ReadingRequests(this.json,
			Validation.buildDefaultValidatorFactory().getValidator());

	@Test
	void readsWhatIsRight() {
		ImportProblems problems = new ImportProblems();
		String content = "{\"name\":\"A\",\"rows\":3,\"open\":true}";
		assertThat(this.requests.read(line(content), node(content), Hall.class, problems))
			.contains(new Hall("A", 3, true, null));
		assertThat(problems.total()).isZero();
	}

	@Test
	void tellsAllThatIsWrongWithALineAtOnce() {
		assertThat(problems("{\"name\":\" \",\"rows\":\"many\",\"open\":\"perhaps\"}")).containsExactlyInAnyOrder(
				"rows must be a whole number", "open must be true or false", "name must not be blank");
	}

	@Test
	void saysNothingMoreOfAFieldItCouldNotRead() {
		assertThat(problems("{\"name\":\"A\",\"rows\":{}}")).containsExactly("rows must be a whole number");
		assertThat(problems("{\"name\":\"A\",\"rows\":3,\"door\":{\"width\":\"wide\"}}"))
			.containsExactly("door.width must be a number");
	}

	private List<String> problems(String content) {
		ImportProblems problems = new ImportProblems();
		assertThat(this.requests.read(line(content), node(content), Hall.class, problems)).isEmpty();
		return catchThrowableOfType(ApiException.class, problems::check).errors()
			.stream()
			.map(ReadingRequestsTests::told)
			.toList();
	}

	private static String told(FieldProblem problem) {
		return problem.field().replace("line 2: ", "") + " " + problem.message();
	}

	private ImportLine line(String content) {
		return new ImportLine("line 2", node(content), UnaryOperator.identity());
	}

	private ObjectNode node(String content) {
		return (ObjectNode) this.json.readTree(content);
	}

	record Hall(@NotBlank String name, @NotNull @Max(9) Integer rows, Boolean open, Door door) {
	}

	record Door(Double width) {
	}

}
