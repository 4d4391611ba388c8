package io.marquee.identity.github;

import java.util.List;
import java.util.Objects;

import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * GitHub's accounts. Keycloak's own provider takes the public or the primary address of
 * an account whether or not it is proven; here an account without a proven primary
 * address is none.
 */
@Component
public class GitHubAccounts {

	private final RestClient http;

	GitHubAccounts(GitHubSettings settings, RestClient.Builder builder) {
		this.http = builder.baseUrl(settings.apiUrl().toString())
			.requestFactory(ClientHttpRequestFactoryBuilder.jdk()
				.build(HttpClientSettings.defaults()
					.withConnectTimeout(settings.connectTimeout())
					.withReadTimeout(settings.readTimeout())))
			.defaultHeader(HttpHeaders.ACCEPT, "application/vnd.github+json")
			.build();
	}

	/**
	 * Finds the account of a token.
	 * @param authorization the {@code Authorization} header with GitHub's token
	 * @return the account, with its proven primary address
	 * @throws ApiException 403 if GitHub refuses the token or the address is not proven,
	 * 503 if GitHub does not answer
	 */
	public GitHubAccount of(String authorization) {
		try {
			Profile profile = Objects.requireNonNull(get("/user", authorization, new ParameterizedTypeReference<>() {
			}));
			List<Email> emails = Objects
				.requireNonNull(get("/user/emails", authorization, new ParameterizedTypeReference<>() {
				}));
			return emails.stream()
				.filter((email) -> email.primary() && email.verified())
				.findFirst()
				.map((email) -> new GitHubAccount(profile.id(), profile.login(), profile.name(), email.email()))
				.orElseThrow(() -> new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN",
						"The account has no proven primary address"));
		}
		catch (HttpClientErrorException ex) {
			throw new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN", "GitHub refuses this token");
		}
		catch (RestClientException ex) {
			throw new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "IDENTITY_PROVIDER_UNAVAILABLE",
					"GitHub does not answer", List.of(), null, ex);
		}
	}

	private <T> @Nullable T get(String path, String authorization, ParameterizedTypeReference<T> type) {
		return this.http.get().uri(path).header(HttpHeaders.AUTHORIZATION, authorization).retrieve().body(type);
	}

	private record Profile(long id, String login, @Nullable String name) {

	}

	private record Email(String email, boolean primary, boolean verified) {

	}

}
