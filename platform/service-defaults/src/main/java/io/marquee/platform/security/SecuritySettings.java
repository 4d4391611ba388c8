package io.marquee.platform.security;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are accepted, and which paths need none.
 *
 * @param issuer the issuer every token must name
 * @param jwkSetUri where the issuer's public keys are
 * @param audience the audience every token must name
 * @param publicPaths paths that need no token, as {@code "GET /api/v1/user/movies/**"} or
 * {@code "/path"} for every method
 * @param staffPaths paths for the roles {@code staff} and {@code admin}
 */
@Validated
@ConfigurationProperties("marquee.security")
public record SecuritySettings(@NotBlank String issuer, @NotBlank String jwkSetUri,
		@DefaultValue("marquee-api") String audience, @DefaultValue List<String> publicPaths,
		@DefaultValue List<String> staffPaths) {

	/**
	 * One entry of a path list, taken apart.
	 *
	 * @param method the HTTP method, or null for every one
	 * @param pattern the path pattern
	 */
	public record PathRule(@Nullable String method, String pattern) {

		/**
		 * Takes an entry apart.
		 * @param entry {@code "METHOD /pattern"} or {@code "/pattern"}
		 * @return the rule
		 */
		public static PathRule parse(String entry) {
			String[] parts = entry.strip().split("\\s+", 2);
			return (parts.length == 2) ? new PathRule(parts[0], parts[1]) : new PathRule(null, parts[0]);
		}

		/**
		 * The rule as something that requests are held against.
		 * @return the matcher
		 */
		public RequestMatcher matcher() {
			PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
			return (this.method != null) ? paths.matcher(HttpMethod.valueOf(this.method), this.pattern)
					: paths.matcher(this.pattern);
		}

	}

}
