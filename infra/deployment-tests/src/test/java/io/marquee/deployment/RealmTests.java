package io.marquee.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The realm as it is imported into a new Keycloak, in production too.
 */
class RealmTests {

	private static final String REALM = "infra/keycloak/marquee-realm.json";

	private static final String DEMO_USERS = "infra/keycloak/marquee-users-0.json";

	private static final Pattern NEEDED = Pattern.compile("\\$\\{(MARQUEE_[A-Z_]+)}");

	private static final Pattern NAMED = Pattern.compile("\\$\\{(MARQUEE_[A-Z_]+)");

	private final JsonNode realm = json(REALM);

	@Test
	void carriesNoSecret() {
		List<String> secrets = new ArrayList<>();
		for (String file : List.of(REALM, DEMO_USERS)) {
			JsonNode root = json(file);
			secrets.addAll(root.findValuesAsText("secret"));
			secrets.addAll(root.findValuesAsText("clientSecret"));
			root.findValues("credentials").forEach((list) -> secrets.addAll(list.findValuesAsText("value")));
			assertThat(root.findValues("privateKey")).isEmpty();
		}
		assertThat(secrets).hasSizeGreaterThan(8)
			.allMatch((secret) -> secret.matches("\\$\\{MARQUEE_[A-Z_]+(:none)?}"));
	}

	@Test
	void hasNobodyInItButClients() {
		assertThat(this.realm.path("users")).isNotEmpty()
			.allMatch((user) -> user.hasNonNull("serviceAccountClientId") && !user.has("credentials"));
		assertThat(json(DEMO_USERS).path("users")).hasSize(3)
			.allMatch((user) -> user.path("email").asText().endsWith("@marquee.example"));
	}

	@Test
	void isFilledWithWhatEveryDeploymentGivesKeycloak() {
		Set<String> needed = names(NEEDED, REALM, DEMO_USERS);
		assertThat(needed).contains("MARQUEE_LOGIN_CLIENT_SECRET", "MARQUEE_DEMO_PASSWORD");
		needed.add("MARQUEE_PUBLIC_URL");
		assertThat(Compose.read().services().get("keycloak").environment().keySet()).containsAll(needed);
		assertThat(Rendering.of("k8s/overlays/dev")
			.one(Deployment.class, "keycloak")
			.getSpec()
			.getTemplate()
			.getSpec()
			.getContainers()
			.getFirst()
			.getEnv()).extracting(EnvVar::getName).containsAll(needed);
		String local = "infra/local/src/main/java/io/marquee/infra/local/";
		assertThat(Repository.read(local + "component/Landscape.java") + Repository.read(local + "Secrets.java")
				+ Repository.read(local + "Addresses.java"))
			.contains(needed);
	}

	@Test
	void everyVariableIsExplained() {
		String explained = Repository.read("infra/keycloak/README.md");
		assertThat(names(NAMED, REALM, DEMO_USERS)).allMatch((name) -> explained.contains("`" + name + "`"));
	}

	@Test
	void sendsCodesToOurCallbacksAloneAndOnlyWithPkce() {
		JsonNode app = client("marquee-app");
		assertThat(texts(app.path("redirectUris"))).containsExactlyInAnyOrder(
				"${MARQUEE_PUBLIC_URL:http://localhost:8080}/api/v1/auth/google/callback",
				"${MARQUEE_PUBLIC_URL:http://localhost:8080}/api/v1/auth/github/callback");
		assertThat(app.path("attributes").path("pkce.code.challenge.method").asText()).isEqualTo("S256");
		for (JsonNode client : this.realm.path("clients")) {
			String name = client.path("clientId").asText();
			assertThat(client.path("implicitFlowEnabled").asBoolean(true)).as(name).isFalse();
			assertThat(client.path("fullScopeAllowed").asBoolean(true)).as(name).isFalse();
			boolean browser = client.path("standardFlowEnabled").asBoolean(true);
			boolean password = client.path("directAccessGrantsEnabled").asBoolean(true);
			assertThat(browser || password).as(name).isEqualTo(name.equals("marquee-app"));
		}
	}

	@Test
	void believesOutsideProvidersAboutProvenAddressesOnly() {
		JsonNode google = provider("google");
		assertThat(google.path("config").path("filteredByClaim").asText()).isEqualTo("true");
		assertThat(google.path("config").path("claimFilterName").asText()).isEqualTo("email_verified");
		assertThat(google.path("config").path("claimFilterValue").asText()).isEqualTo("true");
		assertThat(google.path("config").path("validateSignature").asText()).isEqualTo("true");
		assertThat(provider("github").path("config").path("apiUrl").asText()).endsWith("/brokers/github}");
		for (JsonNode provider : List.of(google, provider("github"))) {
			String alias = provider.path("alias").asText();
			assertThat(provider.path("enabled").asText()).matches("\\$\\{MARQUEE_[A-Z]+_ENABLED:false}");
			assertThat(provider.path("storeToken").asBoolean(true)).isFalse();
			assertThat(provider.path("firstBrokerLoginFlowAlias").asText()).isEqualTo("marquee first outside log-in");
			assertThat(this.realm.path("identityProviderMappers"))
				.anyMatch((mapper) -> mapper.path("identityProviderAlias").asText().equals(alias)
						&& mapper.path("config").path("template").asText().endsWith("@" + alias + ".invalid"));
		}
	}

	@Test
	void keepsTokensShortAndGuessersOut() {
		assertThat(this.realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
		assertThat(this.realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
		assertThat(this.realm.path("failureFactor").asInt()).isBetween(1, 100);
		for (String on : List.of("bruteForceProtected", "revokeRefreshToken", "adminEventsEnabled")) {
			assertThat(this.realm.path(on).asBoolean()).as(on).isTrue();
		}
		for (String off : List.of("permanentLockout", "registrationAllowed", "duplicateEmailsAllowed",
				"resetPasswordAllowed", "eventsEnabled", "adminEventsDetailsEnabled")) {
			assertThat(this.realm.path(off).asBoolean(true)).as(off).isFalse();
		}
		assertThat(this.realm.path("browserSecurityHeaders").path("contentSecurityPolicy").asText())
			.contains("frame-ancestors 'none'");
	}

	private JsonNode client(String id) {
		return one(this.realm.path("clients"), "clientId", id);
	}

	private JsonNode provider(String alias) {
		return one(this.realm.path("identityProviders"), "alias", alias);
	}

	private static JsonNode one(JsonNode list, String key, String value) {
		for (JsonNode element : list) {
			if (element.path(key).asText().equals(value)) {
				return element;
			}
		}
		throw new AssertionError("No " + key + " " + value);
	}

	private static List<String> texts(JsonNode list) {
		List<String> texts = new ArrayList<>();
		list.forEach((element) -> texts.add(element.asText()));
		return texts;
	}

	private static Set<String> names(Pattern pattern, String... files) {
		Set<String> names = new TreeSet<>();
		for (String file : files) {
			pattern.matcher(Repository.read(file)).results().forEach((name) -> names.add(name.group(1)));
		}
		return names;
	}

	private static JsonNode json(String file) {
		try {
			return new JsonMapper().readTree(Repository.read(file));
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			throw new IllegalStateException(file, ex);
		}
	}

}
