package io.marquee.identity.keycloak;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.marquee.identity.EmailAddress;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The users in Keycloak, by the handful of administration calls needed (docs/adr tells
 * why not by its client library).
 */
@Component
public class KeycloakUsers {

	private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

	private static final String INVALID = "VALIDATION_FAILED";

	private static final String PASSWORD = "password";

	private final KeycloakAdministration keycloak;

	KeycloakUsers(KeycloakAdministration keycloak) {
		this.keycloak = keycloak;
	}

	/**
	 * Creates a user with password and role {@code user}, all in one transaction of
	 * Keycloak.
	 * @param user the person
	 * @return the new id, or nothing if address or username is taken
	 * @throws ApiException 400 naming the field if Keycloak's policies refuse the data
	 */
	public Optional<String> create(NewUser user) {
		try {
			URI location = this.keycloak.call((http, token) -> http.post()
				.uri(this.keycloak.root() + "/users")
				.header(HttpHeaders.AUTHORIZATION, token)
				.contentType(MediaType.APPLICATION_JSON)
				.body(KeycloakUser.creationOf(user))
				.retrieve()
				.toBodilessEntity()
				.getHeaders()
				.getLocation());
			String path = Objects.requireNonNull(location).getPath();
			return Optional.of(path.substring(path.lastIndexOf('/') + 1));
		}
		catch (HttpClientErrorException.Conflict ex) {
			return Optional.empty();
		}
		catch (HttpClientErrorException.BadRequest ex) {
			throw refusal(ex, PASSWORD);
		}
	}

	/**
	 * Sets a password.
	 * @param userId whose
	 * @param password the new password
	 * @throws ApiException 400 naming the field {@code password} if it breaks the policy
	 */
	public void setPassword(String userId, String password) {
		setPassword(userId, password, PASSWORD);
	}

	/**
	 * Sets a password.
	 * @param userId whose
	 * @param password the new password
	 * @param field what the request calls it
	 * @throws ApiException 400 naming that field if it breaks the policy
	 */
	public void setPassword(String userId, String password, String field) {
		try {
			this.keycloak.call((http, token) -> http.put()
				.uri(this.keycloak.root() + "/users/{id}/reset-password", userId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.contentType(MediaType.APPLICATION_JSON)
				.body(KeycloakUser.passwordOf(password))
				.retrieve()
				.toBodilessEntity());
		}
		catch (HttpClientErrorException.BadRequest ex) {
			throw refusal(ex, field);
		}
	}

	/**
	 * Forgets wrong passwords, and lifts the lock they have put on an account.
	 * @param userId whose
	 */
	public void forgiveFailures(String userId) {
		this.keycloak.call((http, token) -> http.delete()
			.uri(this.keycloak.root() + "/attack-detection/brute-force/users/{id}", userId)
			.header(HttpHeaders.AUTHORIZATION, token)
			.retrieve()
			.toBodilessEntity());
	}

	/**
	 * Finds a user by address.
	 * @param address the address
	 * @return the user, if there is one
	 */
	public Optional<KeycloakUser> withAddress(EmailAddress address) {
		List<KeycloakUser> found = this.keycloak.call((http, token) -> http.get()
			.uri(this.keycloak.root() + "/users?exact=true&email={email}", address.value())
			.header(HttpHeaders.AUTHORIZATION, token)
			.retrieve()
			.body(new ParameterizedTypeReference<List<KeycloakUser>>() {
			}));
		return Objects.requireNonNull(found).stream().findFirst();
	}

	/**
	 * Finds a user.
	 * @param userId the id
	 * @return the user, if there is one
	 */
	public Optional<KeycloakUser> withId(String userId) {
		// Keycloak has other things at such addresses, such as "count".
		if (!ID.matcher(userId).matches()) {
			return Optional.empty();
		}
		try {
			return Optional.ofNullable(this.keycloak.call((http, token) -> http.get()
				.uri(this.keycloak.root() + "/users/{id}", userId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.retrieve()
				.body(KeycloakUser.class)));
		}
		catch (HttpClientErrorException.NotFound ex) {
			return Optional.empty();
		}
	}

	/**
	 * Reads a part of the list of all people; service accounts are none.
	 * @param first how many to leave out
	 * @param max how many to read
	 * @return the people, without their attributes
	 */
	public List<KeycloakUser> page(int first, int max) {
		return Objects.requireNonNull(this.keycloak.call((http, token) -> http.get()
			.uri(this.keycloak.root() + "/users?first={first}&max={max}", first, max)
			.header(HttpHeaders.AUTHORIZATION, token)
			.retrieve()
			.body(new ParameterizedTypeReference<List<KeycloakUser>>() {
			})));
	}

	/**
	 * Counts people; service accounts are none.
	 * @return how many
	 */
	public long count() {
		Long count = this.keycloak.call((http, token) -> http.get()
			.uri(this.keycloak.root() + "/users/count")
			.header(HttpHeaders.AUTHORIZATION, token)
			.retrieve()
			.body(Long.class));
		return Objects.requireNonNull(count);
	}

	/**
	 * Changes a user's names, all or none. Their tokens follow with the next ones.
	 * @param userId whose
	 * @param names the names by Keycloak's fields, see {@link KeycloakUser#namesOf}
	 * @return false if the username is taken
	 * @throws ApiException 400 naming the field if Keycloak's policies refuse a name, 404
	 * if there is no such user
	 */
	public boolean update(String userId, Map<String, String> names) {
		try {
			this.keycloak.call((http, token) -> http.put()
				.uri(this.keycloak.root() + "/users/{id}", userId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.contentType(MediaType.APPLICATION_JSON)
				.body(names)
				.retrieve()
				.toBodilessEntity());
			return true;
		}
		catch (HttpClientErrorException.Conflict ex) {
			return false;
		}
		catch (HttpClientErrorException.NotFound ex) {
			throw new ApiException(HttpStatus.NOT_FOUND, "USER_NOT_FOUND", "There is no such user");
		}
		catch (HttpClientErrorException.BadRequest ex) {
			throw refusal(ex, PASSWORD);
		}
	}

	/**
	 * Where else a user can sign in from.
	 * @param userId whose
	 * @return the accounts with other providers that were linked
	 */
	public List<LinkedAccount> linkedTo(String userId) {
		try {
			return Objects.requireNonNull(this.keycloak.call((http, token) -> http.get()
				.uri(this.keycloak.root() + "/users/{id}/federated-identity", userId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.retrieve()
				.body(new ParameterizedTypeReference<List<LinkedAccount>>() {
				})));
		}
		catch (HttpClientErrorException.NotFound ex) {
			return List.of();
		}
	}

	/**
	 * Removes a user with all their sessions, unless that is done already.
	 * @param userId who
	 */
	public void delete(String userId) {
		try {
			this.keycloak.call((http, token) -> http.delete()
				.uri(this.keycloak.root() + "/users/{id}", userId)
				.header(HttpHeaders.AUTHORIZATION, token)
				.retrieve()
				.toBodilessEntity());
		}
		catch (HttpClientErrorException.NotFound ex) {
			// What was asked for is the case.
		}
	}

	private static ApiException refusal(HttpClientErrorException refused, String passwordField) {
		Refusal refusal = refused.getResponseBodyAs(Refusal.class);
		if (refusal == null) {
			return KeycloakHttp.unavailable(refused);
		}
		FieldProblem problem = refusal.problem(passwordField);
		return new ApiException(HttpStatus.BAD_REQUEST, INVALID, "The request is not valid; see errors for each field",
				List.of(problem));
	}

	/**
	 * An account with another provider.
	 *
	 * @param identityProvider the provider
	 * @param userId who they are there
	 * @param userName what they are called there
	 */
	public record LinkedAccount(String identityProvider, String userId, @Nullable String userName) {
	}

	/**
	 * Password policies answer with error and description, the user profile with field
	 * and message key.
	 */
	record Refusal(@Nullable String error, @JsonProperty("error_description") @Nullable String description,
			@Nullable String field, @Nullable String errorMessage) {

		FieldProblem problem(String passwordField) {
			if (this.field != null) {
				String name = switch (this.field) {
					case "firstName", "lastName" -> "fullName";
					default -> this.field;
				};
				return new FieldProblem(name, "error-person-name-invalid-character".equals(this.errorMessage)
						? "contains a character that names do not have" : "is not valid");
			}
			return new FieldProblem(passwordField, (this.description != null) ? this.description : "is not valid");
		}

	}

}
