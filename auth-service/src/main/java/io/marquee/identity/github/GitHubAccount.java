package io.marquee.identity.github;

import org.jspecify.annotations.Nullable;

/**
 * An account at GitHub, in GitHub's own form.
 *
 * @param id GitHub's id of it, which never changes
 * @param login its name, which may
 * @param name the person's name
 * @param email its primary address, proven to GitHub
 */
public record GitHubAccount(long id, String login, @Nullable String name, String email) {

	@Override
	public String toString() {
		return "GitHubAccount[" + this.id + "]";
	}

}
