package io.marquee.identity.social;

import java.util.Arrays;
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
	 * @param path a path of its log-in
	 * @return the provider
	 */
	public static Provider at(String path) {
		return Arrays.stream(values())
			.filter((provider) -> provider.callbackPath().startsWith(path))
			.findAny()
			.orElseThrow(() -> new IllegalArgumentException(path));
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
