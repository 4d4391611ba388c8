package io.marquee.identity.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.marquee.identity.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A user as Keycloak's administration API describes one.
 *
 * @param id the subject of the user's tokens
 * @param username the unique name; the address when none was chosen
 * @param email the address; service accounts have none
 * @param firstName all but the last word of the name
 * @param lastName the last word of the name
 * @param attributes further attributes
 * @param enabled whether the user can sign in, as far as Keycloak is concerned
 */
// Keycloak sends much more, and may name it as it likes.
public record KeycloakUser(String id, String username, @Nullable String email, @Nullable String firstName,
		@Nullable String lastName, @Nullable Map<String, List<String>> attributes, boolean enabled) {

	static final String REGISTRATION = "registration";

	/**
	 * The name in one piece.
	 * @return the name, or an empty string
	 */
	public String fullName() {
		return Stream.of(this.firstName, this.lastName)
			.filter((part) -> part != null && !part.isBlank())
			.collect(Collectors.joining(" "));
	}

	/**
	 * The chosen name.
	 * @return the name, or null if the address stands in for it
	 */
	public @Nullable String chosenUsername() {
		return chosen(this.username, this.email);
	}

	/**
	 * Tells a chosen name from one that stands in for it: nobody can choose one with an
	 * {@code @}.
	 * @param username the username in Keycloak
	 * @param email the address
	 * @return the chosen name, or null
	 */
	public static @Nullable String chosen(@Nullable String username, @Nullable String email) {
		return (username == null || username.equals(email) || username.indexOf('@') >= 0) ? null : username;
	}

	/**
	 * Tells whether a registration made this account.
	 * @param registration the registration's id
	 * @return whether it did
	 */
	public boolean madeBy(String registration) {
		return this.attributes != null && this.attributes.getOrDefault(REGISTRATION, List.of()).contains(registration);
	}

	static Map<String, Object> creationOf(NewUser user) {
		EmailAddress address = user.address();
		Map<String, Object> creation = new HashMap<>(namesOf(user.fullName()));
		creation.put("username", usernameOf(user.username(), address));
		creation.put("email", address.value());
		creation.put("emailVerified", true);
		creation.put("enabled", true);
		creation.put("attributes", Map.of(REGISTRATION, List.of(user.registration())));
		creation.put("credentials", List.of(passwordOf(user.password())));
		return creation;
	}

	/**
	 * A name as Keycloak keeps it.
	 * @param fullName the name in one piece
	 * @return its parts
	 */
	public static Map<String, String> namesOf(String fullName) {
		int cut = fullName.lastIndexOf(' ');
		return Map.of("firstName", (cut < 0) ? fullName : fullName.substring(0, cut), "lastName",
				(cut < 0) ? "" : fullName.substring(cut + 1));
	}

	/**
	 * What Keycloak keeps as the username.
	 * @param chosen the chosen name, or null
	 * @param address the address, which stands in for it
	 * @return the one or the other
	 */
	public static String usernameOf(@Nullable String chosen, EmailAddress address) {
		return (chosen != null) ? chosen : address.value();
	}

	static Map<String, Object> passwordOf(String password) {
		return Map.of("type", "password", "value", password, "temporary", false);
	}

	@Override
	public String toString() {
		return "KeycloakUser[" + this.id + "]";
	}

}
