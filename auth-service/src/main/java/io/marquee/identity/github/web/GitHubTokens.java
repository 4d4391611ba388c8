package io.marquee.identity.github.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;

/**
 * The tokens that come here are GitHub's, and GitHub checks them.
 */
@Configuration(proxyBeanMethods = false)
class GitHubTokens {

	@Bean
	WebSecurityCustomizer withoutTokensOfOurs() {
		return (security) -> security.ignoring().requestMatchers("/brokers/github/**");
	}

}
