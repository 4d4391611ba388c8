package io.marquee.infra.local.component;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LandscapeTests {

	@TempDir
	private Path directory;

	@Test
	void namesEveryPart() {
		assertThat(landscape(Map.of())).extracting(Component::name)
			.containsExactlyInAnyOrderElementsOf(Landscape.names());
	}

	@Test
	void leavesOutWhatIsGivenFromOutside() {
		assertThat(landscape(
				Map.of(Addresses.MONGODB, "mongodb://db", Addresses.KAFKA, "k:9092", Addresses.KEYCLOAK, "https://id")))
			.extracting(Component::name)
			.doesNotContain(MongoStore.NAME, KafkaBroker.NAME, KeycloakServer.NAME)
			.contains("booking-service");
	}

	@Test
	void givesEveryPartPortsOfItsOwn() {
		assertThat(landscape(Map.of()).stream().flatMap((part) -> part.ports().stream()).toList())
			.doesNotHaveDuplicates();
	}

	@Test
	void needsOnlyPartsThatExist() {
		assertThat(landscape(Map.of()).stream().flatMap((part) -> part.needs().stream()).toList())
			.isSubsetOf(Landscape.names());
	}

	@Test
	void startsZipkinLast() {
		assertThat(landscape(Map.of()).getLast().needs()).hasSize(Landscape.names().size() - 1);
	}

	@Test
	void keepsSecretsFromThoseThatDoNotNeedThem() {
		Stream<String> knowing = Services.ALL.stream()
			.filter((service) -> service.secrets().contains("MARQUEE_PAYMENTS_API_KEY"))
			.map(ServiceDefinition::name);

		assertThat(knowing).containsExactly("booking-service");
	}

	private List<Component> landscape(Map<String, String> given) {
		Site site = new Site(new Home(this.directory, this.directory), new Addresses(0, given),
				Secrets.in(this.directory.resolve("secrets.env")));
		return Landscape.of(site, StoreKind.MEMORY);
	}

}
