package io.marquee.infra.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptTests {

	@TempDir
	private Path directory;

	private Script script;

	@BeforeEach
	void create() throws IOException {
		this.script = new Script(this.directory);
	}

	@Test
	void buildsWhatIsNotBuilt() throws Exception {
		Script.Result result = this.script.run("up");

		assertThat(result.output()).contains("Building everything").contains("io.marquee.infra.local.cli.Marquee up");
		assertThat(result.exitCode()).isZero();
	}

	@Test
	void doesNotBuildWhatIsBuilt() throws Exception {
		this.script.run("up");

		assertThat(this.script.run("up").output()).doesNotContain("Built in");
	}

	@Test
	void buildsAgainWhenASourceIsNewerThanItsJar() throws Exception {
		this.script.run("up");
		later(this.script.write("shop/src/main/java/Shop.java", "changed"));

		assertThat(this.script.run("up").output()).contains("Built in");
	}

	@Test
	void buildsAgainWhenTheVersionsHaveChanged() throws Exception {
		this.script.run("up");
		later(this.directory.resolve("repository/pom.xml"));

		assertThat(this.script.run("up").output()).contains("Built in");
	}

	@Test
	void buildsForOtherCommandsOnlyWhenThereIsNoneOfThem() throws Exception {
		this.script.run("up");
		later(this.script.write("shop/src/main/java/Shop.java", "changed"));

		assertThat(this.script.run("status").output()).doesNotContain("Built in");
	}

	@Test
	void handsTheBenchToItsOwnProgram() throws Exception {
		assertThat(this.script.run("bench", "--rush").output()).contains("Built in")
			.contains("io.marquee.infra.bench.cli.Bench --rush");
	}

	@Test
	void showsWhyABuildFailed() throws Exception {
		Files.writeString(this.directory.resolve("bin/mvn"), "#!/bin/sh\necho '[ERROR] no good'\nexit 1\n");

		Script.Result result = this.script.run("up");

		assertThat(result.output()).contains("[ERROR] no good", "build.log").doesNotContain("java -XX");
		assertThat(result.exitCode()).isEqualTo(1);
	}

	@Test
	void passesOverAJdkThatIsTooOld() throws Exception {
		this.script.release(21);

		assertThat(this.script.run("up").output()).doesNotContain("java -XX");
	}

	@Test
	void namesTheRemedyWhenThereIsNoJdk() throws Exception {
		this.script.requireAJdkThatIsNowhere();

		Script.Result result = this.script.run("up");

		assertThat(result.output().lines()).containsExactly(
				"Marquee needs a JDK 99 or newer, and none was found. Install one, or set JAVA_HOME to it.");
		assertThat(result.exitCode()).isEqualTo(1);
	}

	private static void later(Path file) throws IOException {
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
	}

}
