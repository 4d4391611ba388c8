package io.marquee.gateway.security;

import java.util.Collection;

import com.nimbusds.jwt.SignedJWT;
import io.marquee.gateway.error.ErrorWriter;
import io.marquee.gateway.error.RequestRefusedException;
import io.marquee.gateway.limits.PartnerLimits;
import io.marquee.gateway.routing.Access;
import io.marquee.gateway.routing.RouteTable;
import io.marquee.platform.revocation.Revocations;
import io.marquee.platform.security.KeycloakRoles;
import io.marquee.platform.security.SecuritySettings;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Who a request comes from, by its token alone, and whether that is enough for its path.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class TokenSecurity {

	@Bean
	ReactiveJwtDecoder tokens(SecuritySettings settings, Revocations revocations) {
		SigningKeys keys = new SigningKeys(WebClient.create(), settings.jwkSetUri(), System::nanoTime);
		NimbusReactiveJwtDecoder tokens = NimbusReactiveJwtDecoder
			.withJwkSource((SignedJWT token) -> Flux.from(keys.find(token.getHeader().getKeyID())))
			.build();
		tokens.setJwtValidator(
				new DelegatingOAuth2TokenValidator<Jwt>(JwtValidators.createDefaultWithIssuer(settings.issuer()),
						new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD,
								(audience) -> audience != null && audience.contains(settings.audience())),
						revocations));
		return (token) -> revocations.known() ? tokens.decode(token)
				: Mono.error(new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE, "REVOCATIONS_UNKNOWN",
						"The token cannot be checked right now; try again shortly"));
	}

	/** Spans and meters around each filter of the chain tell nobody anything. */
	@Bean
	static SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http, RouteTable routes, ErrorWriter errors,
			PartnerLimits partners) {
		ReactiveJwtAuthenticationConverter roles = new ReactiveJwtAuthenticationConverter();
		KeycloakRoles keycloakRoles = new KeycloakRoles();
		roles.setJwtGrantedAuthoritiesConverter((token) -> Flux.fromIterable(keycloakRoles.convert(token)));
		ServerAuthenticationEntryPoint unauthenticated = (exchange, failure) -> {
			exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			return errors.write(exchange, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED",
					"A valid access token is needed; log in or refresh it");
		};
		// No session and no cookie: nothing to keep between requests, nothing for CSRF to
		// ride on. Headers are set for every answer in one place, see SecurityHeaders.
		return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.headers(ServerHttpSecurity.HeaderSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.authorizeExchange((paths) -> paths.anyExchange()
				.access((visitor, context) -> decide(routes.ruleFor(context.getExchange()).access(), visitor)))
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(roles))
				.authenticationEntryPoint(unauthenticated))
			.addFilterAfter(partners::filter, SecurityWebFiltersOrder.AUTHENTICATION)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(unauthenticated)
				.accessDeniedHandler((exchange, failure) -> errors.write(exchange, HttpStatus.FORBIDDEN, "FORBIDDEN",
						"Your role does not allow this")))
			.build();
	}

	/**
	 * Paths that mean something else to the next server: {@code //}, {@code ..;/},
	 * {@code %2f} and the like.
	 */
	@Bean
	ServerExchangeRejectedHandler rejectedHandler(ErrorWriter errors) {
		return (exchange, failure) -> errors.write(exchange, HttpStatus.BAD_REQUEST, "INVALID_REQUEST",
				"The request is not well-formed");
	}

	private static Mono<AuthorizationResult> decide(Access access, Mono<Authentication> visitor) {
		return switch (access) {
			case ANYONE -> Mono.just(new AuthorizationDecision(true));
			case SIGNED_IN -> visitor.map((known) -> new AuthorizationDecision(known.isAuthenticated()));
			case STAFF -> visitor.map((known) -> new AuthorizationDecision(has(known, "staff") || has(known, "admin")));
			case ADMIN -> visitor.map((known) -> new AuthorizationDecision(has(known, "admin")));
		};
	}

	private static boolean has(Authentication visitor, String role) {
		for (GrantedAuthority authority : visitor.getAuthorities()) {
			if (("ROLE_" + role).equals(authority.getAuthority())) {
				return visitor.isAuthenticated();
			}
		}
		return false;
	}

}
