package io.marquee.platform.security;

import java.io.IOException;
import java.util.List;

import io.marquee.platform.web.ErrorResponses;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every service checks tokens itself, as if the gateway did not exist.
 */
@AutoConfiguration(before = { OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
@EnableMethodSecurity
class SecurityDefaults implements WebMvcConfigurer {

	private static final String[] OPEN = { "/actuator/health/**", "/actuator/info", "/actuator/prometheus",
			"/v3/api-docs/**", "/v3/api-docs.yaml" };

	@Bean
	@ConditionalOnMissingBean
	JwtDecoder jwtDecoder(SecuritySettings settings, ObjectProvider<OAuth2TokenValidator<Jwt>> more) {
		return TokenDecoders.create(settings, more.orderedStream().toList());
	}

	/** Spans and meters around each filter of the chain tell nobody anything. */
	@Bean
	static SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	@ConditionalOnMissingBean
	SecurityFilterChain securityFilterChain(HttpSecurity http, SecuritySettings settings, ErrorResponses errors) {
		JwtAuthenticationConverter roles = new JwtAuthenticationConverter();
		roles.setJwtGrantedAuthoritiesConverter(new KeycloakRoles());
		// There is no session and no cookie, hence nothing for CSRF to ride on.
		return http.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests((paths) -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
				.permitAll()
				.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers(matchers(settings.publicPaths()))
				.permitAll()
				.requestMatchers("/internal/**")
				.hasRole("service")
				.requestMatchers(matchers(settings.staffPaths()))
				.hasAnyRole("staff", "admin")
				.requestMatchers("/api/v1/admin/**", "/actuator/**")
				.hasRole("admin")
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(roles))
				.authenticationEntryPoint((request, response, failure) -> refuse(request, response, failure, errors))
				.withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
					@Override
					public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
						AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(
								(request, response, failure) -> refuse(request, response, failure, errors));
						handler.setRethrowAuthenticationServiceException(false);
						filter.setAuthenticationFailureHandler(handler);
						return filter;
					}
				}))
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint((request, response, failure) -> refuse(request, response, failure, errors))
				.accessDeniedHandler((request, response, failure) -> errors.write(request, response,
						HttpStatus.FORBIDDEN, "FORBIDDEN", "Your role does not allow this")))
			.build();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new CurrentUserResolver());
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure, ErrorResponses errors) throws IOException {
		if (failure instanceof AuthenticationServiceException) {
			errors.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "IDENTITY_PROVIDER_UNAVAILABLE",
					"The token cannot be checked right now; try again shortly");
			return;
		}
		response.setHeader("WWW-Authenticate", "Bearer");
		errors.write(request, response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED",
				"A valid access token is needed; log in or refresh it");
	}

	private static RequestMatcher[] matchers(List<String> entries) {
		return entries.stream()
			.map((entry) -> SecuritySettings.PathRule.parse(entry).matcher())
			.toArray(RequestMatcher[]::new);
	}

}
