package io.marquee.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documents promise, against the code.
 */
class DocumentationTests {

	private static final Pattern ANSWERED = Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([A-Z]+(_[A-Z]+)*)\"");

	private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([A-Z]+(_[A-Z]+)*)` \\| \\d+ \\|");

	private static final Pattern LITERAL = Pattern.compile("\"(_?[A-Z]+(_[A-Z]+)*)\"");

	private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

	/** Codes that are the name of the HTTP status. */
	private static final Set<String> STATUS_NAMES = Set.of("METHOD_NOT_ALLOWED", "UNSUPPORTED_MEDIA_TYPE",
			"BAD_GATEWAY", "GATEWAY_TIMEOUT");

	@Test
	void everyCodeThatIsAnsweredIsListed() {
		Set<String> answered = new TreeSet<>();
		sources()
			.forEach((source) -> ANSWERED.matcher(source).results().forEach((code) -> answered.add(code.group(1))));
		assertThat(answered).isNotEmpty();
		assertThat(listed()).containsAll(answered);
	}

	@Test
	void everyCodeThatIsListedCanBeAnswered() {
		Set<String> literals = new TreeSet<>(STATUS_NAMES);
		sources().forEach(
				(source) -> LITERAL.matcher(source).results().forEach((literal) -> literals.add(literal.group(1))));
		assertThat(listed()).isNotEmpty().allMatch((code) -> literals.contains(code) || isComposed(code, literals));
	}

	@Test
	void everyVariableAProcessReadsIsExplained() {
		String explained = Repository.read("docs/operations.md") + Repository.read("SECURITY.md");
		Stream<ServiceModule> processes = Stream.concat(Repository.services().stream(),
				Stream.of(new ServiceModule("infra/payments")));
		assertThat(processes).allSatisfy((process) -> assertThat(process.variables())
			.allMatch((variable) -> explained.contains("`" + variable + "`")));
	}

	@Test
	void everyDecisionIsInTheIndex() {
		List<String> pages = Repository.files(Repository.ROOT.resolve("docs/adr"), ".md")
			.stream()
			.map((file) -> file.getFileName().toString())
			.filter((name) -> !name.equals("README.md"))
			.toList();
		String index = Repository.read("docs/adr/README.md");
		assertThat(pages).isNotEmpty().allMatch((page) -> index.contains("](" + page + ")"));
		assertThat(pages).allSatisfy((page) -> assertThat(Repository.read("docs/adr/" + page)).contains("## Context",
				"## Decision", "## Consequences"));
	}

	@Test
	void linksLeadSomewhere() {
		List<Path> pages = Stream.of(Repository.files(Repository.ROOT.resolve("docs"), ".md"),
				List.of(Repository.ROOT.resolve("SECURITY.md"), Repository.ROOT.resolve("CONTRIBUTING.md"),
						Repository.ROOT.resolve("k8s/README.md")))
			.flatMap(List::stream)
			.toList();
		for (Path page : pages) {
			LINK.matcher(Repository.read(Repository.ROOT.relativize(page).toString()))
				.results()
				.map((link) -> page.resolveSibling(link.group(1)))
				.forEach((target) -> assertThat(Files.exists(target)).as(page + " -> " + target).isTrue());
		}
	}

	private static boolean isComposed(String code, Set<String> literals) {
		return Pattern.compile("_")
			.matcher(code)
			.results()
			.anyMatch((cut) -> literals.contains(code.substring(0, cut.start()))
					&& literals.contains(code.substring(cut.start())));
	}

	private static Set<String> listed() {
		return new TreeSet<>(
				LISTED.matcher(Repository.read("docs/api.md")).results().map((code) -> code.group(1)).toList());
	}

	private static List<String> sources() {
		List<String> roots = new java.util.ArrayList<>(Repository.serviceNames());
		roots.add("platform/service-defaults");
		return roots.stream()
			.flatMap((root) -> Repository.files(Repository.ROOT.resolve(root).resolve("src/main"), ".java").stream())
			.map((file) -> Repository.read(Repository.ROOT.relativize(file).toString()))
			.toList();
	}

}
