package io.marquee.infra.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@TempDir
	private Path directory;

	@Test
	void areReadableByTheirOwnerOnly() throws IOException {
		Secrets.in(file());

		assertThat(mode()).isEqualTo("rw-------");
	}

	@Test
	void narrowAFileThatSomeoneHasOpened() throws IOException {
		Secrets.in(file());
		Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

		Secrets.in(file());

		assertThat(mode()).isEqualTo("rw-------");
	}

	@Test
	void stayTheSameFromStartToStart() {
		Secrets first = Secrets.in(file());

		assertThat(Secrets.in(file()).get("MARQUEE_OTP_KEY")).isEqualTo(first.get("MARQUEE_OTP_KEY")).hasSize(43);
	}

	@Test
	void addWhatALaterVersionNeeds() throws IOException {
		Files.writeString(file(), "MARQUEE_OTP_KEY=kept\n");

		Secrets secrets = Secrets.in(file());

		assertThat(secrets.get("MARQUEE_OTP_KEY")).isEqualTo("kept");
		assertThat(Files.readString(file())).contains("MARQUEE_OTP_KEY=kept\n", Secrets.DEMO_PASSWORD + "=");
	}

	@Test
	void nameTheKeysThatCanBeReplaced() {
		assertThat(Secrets.in(file()).get(Secrets.TICKET_KEYS)).matches("20\\d\\d:[\\w-]{43}");
		assertThat(Secrets.in(file()).get(Secrets.SECOND_FACTOR_KEYS)).matches("20\\d\\d:[\\w-]{43}");
	}

	@Test
	void differFromInstallationToInstallation() {
		Secrets other = Secrets.in(this.directory.resolve("other.env"));

		assertThat(Secrets.in(file()).get(Secrets.DEMO_PASSWORD)).isNotEqualTo(other.get(Secrets.DEMO_PASSWORD))
			.matches("([A-Z][a-z][2-9][a-z]-){4}[A-Z][a-z][2-9][a-z]");
	}

	@Test
	void areHandedOutByNameOnly() {
		assertThat(Secrets.in(file()).only(Set.of("MARQUEE_OTP_KEY"))).containsOnlyKeys("MARQUEE_OTP_KEY");
	}

	@Test
	void areNotInTheirText() {
		Secrets secrets = Secrets.in(file());

		assertThat(secrets.toString()).doesNotContain(secrets.get("MARQUEE_OTP_KEY"));
	}

	private Path file() {
		return this.directory.resolve("secrets.env");
	}

	private String mode() throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
	}

}
