package io.marquee.identity.github.web;

import io.marquee.identity.github.GitHubAccount;
import io.marquee.identity.github.GitHubAccounts;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Keycloak takes for GitHub's API. The gateway does not route here.
 */
@RestController
class GitHubAccountController {

	private final GitHubAccounts accounts;

	GitHubAccountController(GitHubAccounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/brokers/github/user")
	GitHubAccount user(@RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
		return this.accounts.of(authorization);
	}

}
