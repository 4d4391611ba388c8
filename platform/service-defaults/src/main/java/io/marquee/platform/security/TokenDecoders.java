package io.marquee.platform.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Builds the token decoder: RS256 only, issuer, expiry and audience checked, keys kept
 * through an outage of Keycloak.
 */
public final class TokenDecoders {

	private static final int CONNECT_MILLIS = 500;

	private static final int READ_MILLIS = 2000;

	private static final int KEY_SET_BYTES = 64 * 1024;

	private static final Duration KEYS_FRESH = Duration.ofMinutes(10);

	private static final Duration KEYS_KEPT_IN_OUTAGE = Duration.ofHours(4);

	private TokenDecoders() {
	}

	/**
	 * Builds a decoder; it fetches no key before the first token arrives.
	 * @param settings issuer, keys and audience
	 * @param more what else a token must pass
	 * @return the decoder, safe for many threads; blocking while it fetches keys
	 */
	public static JwtDecoder create(SecuritySettings settings, Collection<OAuth2TokenValidator<Jwt>> more) {
		DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(settings)));
		processor.setJWTClaimsSetVerifier((claims, context) -> {
			// Spring's validators below check the claims.
		});
		NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
		List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>(more);
		all.add(JwtValidators.createDefaultWithIssuer(settings.issuer()));
		all.add(new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD,
				(audience) -> audience != null && audience.contains(settings.audience())));
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(all));
		return decoder;
	}

	private static JWKSource<SecurityContext> keys(SecuritySettings settings) {
		return JWKSourceBuilder
			.create(url(settings.jwkSetUri()), new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, KEY_SET_BYTES))
			.cache(KEYS_FRESH.toMillis(), CONNECT_MILLIS + READ_MILLIS)
			.outageTolerant(KEYS_KEPT_IN_OUTAGE.toMillis())
			.build();
	}

	private static URL url(String uri) {
		try {
			return URI.create(uri).toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("marquee.security.jwk-set-uri is not a URL: " + uri, ex);
		}
	}

}
