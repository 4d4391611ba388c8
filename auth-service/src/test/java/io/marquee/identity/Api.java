package io.marquee.identity;

import java.util.Base64;
import java.util.Map;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * The service as a client sees it.
 */
public class Api {

	private static final JsonMapper JSON = new JsonMapper();

	// Not the default of the class path: Apache's client waits and retries after 429 and
	// 503.
	private final RestClient http = RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).build();

	private final IntSupplier port;

	private final Map<String, String> headers;

	Api(IntSupplier port) {
		this(port, Map.of());
	}

	private Api(IntSupplier port, Map<String, String> headers) {
		this.port = port;
		this.headers = headers;
	}

	/** The same, used from another address of the network. */
	public Api from(String elsewhere) {
		return new Api(this.port, Map.of("X-Forwarded-For", elsewhere));
	}

	/** The same, used by another program. */
	public Api as(String agent) {
		return new Api(this.port, Map.of(HttpHeaders.USER_AGENT, agent));
	}

	public Answer post(String path, Map<String, ?> body) {
		return send(HttpMethod.POST, path, null, JSON.writeValueAsString(body));
	}

	public Answer post(String path, String token) {
		return send(HttpMethod.POST, path, token, "{}");
	}

	public Answer post(String path, String token, Map<String, ?> body) {
		return send(HttpMethod.POST, path, token, JSON.writeValueAsString(body));
	}

	public Answer patch(String path, String token, Map<String, ?> body) {
		return send(HttpMethod.PATCH, path, token, JSON.writeValueAsString(body));
	}

	public Answer get(String path, @Nullable String token) {
		return send(HttpMethod.GET, path, token, null);
	}

	public Answer put(String path, String token, String body) {
		return send(HttpMethod.PUT, path, token, body);
	}

	public Answer patch(String path, String token, String body) {
		return send(HttpMethod.PATCH, path, token, body);
	}

	public Answer delete(String path, @Nullable String token) {
		return send(HttpMethod.DELETE, path, token, null);
	}

	public String proveAddress(String email) {
		int known = Mailbox.mailsTo(email).size();
		post("/api/v1/auth/send-otp", Map.of("email", email)).expect(200);
		return post("/api/v1/auth/verify-otp", Map.of("email", email, "otp", Mailbox.codeFor(email, known))).expect(200)
			.data()
			.path("registrationToken")
			.asString();
	}

	public Answer register(String email, String password) {
		return post("/api/v1/auth/register",
				Map.of("registrationToken", proveAddress(email), "fullName", "Asha Maria Rao", "password", password));
	}

	public Answer login(String email, String password) {
		return post("/api/v1/auth/login", Map.of("email", email, "password", password));
	}

	/** The session that an access token is of. */
	public static String session(Answer signedIn) {
		String claims = signedIn.text("accessToken").split("\\.")[1];
		return JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("sid").asString();
	}

	/** Asks Keycloak's administration API, as this service does. */
	public Answer keycloak(String path) {
		String token = token("marquee", "grant_type", "client_credentials", "client_id", "marquee-identity",
				"client_secret", KeycloakServer.SECRETS.get("MARQUEE_IDENTITY_ADMIN_SECRET"))
			.body()
			.path("access_token")
			.asString();
		return this.http.get()
			.uri(KeycloakServer.url() + "/admin/realms/marquee" + path)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
			.exchange((request, response) -> new Answer(response.getStatusCode().value(), response.getHeaders(),
					JSON.readTree(response.getBody())));
	}

	/** Asks Keycloak itself for a token. */
	public Answer token(String realm, String... form) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		for (int i = 0; i < form.length; i += 2) {
			fields.add(form[i], form[i + 1]);
		}
		return this.http.post()
			.uri(KeycloakServer.url() + "/realms/" + realm + "/protocol/openid-connect/token")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body(fields)
			.exchange((request, response) -> new Answer(response.getStatusCode().value(), response.getHeaders(),
					JSON.readTree(response.getBody())));
	}

	private Answer send(HttpMethod method, String path, @Nullable String token, @Nullable String body) {
		RestClient.RequestBodySpec request = this.http.method(method)
			.uri("http://localhost:" + this.port.getAsInt() + path);
		if (token != null) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		}
		this.headers.forEach(request::header);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		return request.exchange((sent, response) -> new Answer(response.getStatusCode().value(), response.getHeaders(),
				JSON.readTree(response.getBody())));
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body
	 */
	public record Answer(int status, HttpHeaders headers, JsonNode body) {

		public Answer expect(int wanted) {
			if (this.status != wanted) {
				throw new AssertionError("Expected " + wanted + " but got " + this.status + ": " + this.body);
			}
			return this;
		}

		public Answer expect(int wanted, String code) {
			expect(wanted);
			if (!code.equals(this.body.path("code").asString())) {
				throw new AssertionError("Expected " + code + " but got " + this.body);
			}
			return this;
		}

		public JsonNode data() {
			return this.body.path("data");
		}

		public String text(String field) {
			return data().path(field).asString();
		}

	}

}
