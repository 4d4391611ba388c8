package io.marquee.identity.administration;

import java.util.List;

/**
 * The roles of people. An admin may do all that staff may without having the role.
 */
public enum Role {

	/** Anyone who signed up. */
	USER(List.of("user")),

	/** Checks tickets in. */
	STAFF(List.of("staff", "user")),

	/** Runs the platform. */
	ADMIN(List.of("admin", "user"));

	private final List<String> roles;

	Role(List<String> roles) {
		this.roles = roles;
	}

	/**
	 * The realm roles that go with it.
	 * @return the roles, in alphabetical order
	 */
	List<String> roles() {
		return this.roles;
	}

}
