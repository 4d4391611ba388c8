package io.marquee.identity.social;

import java.util.Locale;

/**
 * Who may vouch for people.
 */
public enum Provider {

	/** Google. */
	GOOGLE,

	/** GitHub. */
	GITHUB;

	/**
	 * Finds a provider.
	 * @param alias its name in paths and in the realm
	 * @return the provider
	 */
	public static Provider of(String alias) {
		return valueOf(alias.toUpperCase(Locale.ROOT));
	}

	/**
	 * Its name in paths and in the realm.
	 * @return the alias
	 */
	public String alias() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The path that a browser comes back to.
	 * @return the path
	 */
	public String callbackPath() {
		return "/api/v1/auth/" + alias() + "/callback";
	}

}
