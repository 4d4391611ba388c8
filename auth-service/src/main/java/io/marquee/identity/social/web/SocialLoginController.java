package io.marquee.identity.social.web;

import java.time.Duration;
import java.util.Optional;

import io.marquee.identity.keycloak.CodeFlow.Attempt;
import io.marquee.identity.login.LogIn;
import io.marquee.identity.social.Provider;
import io.marquee.identity.social.SigningInElsewhere;
import io.marquee.identity.social.SigningInElsewhere.Arrival;
import io.marquee.identity.social.SigningInElsewhere.Departure;
import io.marquee.platform.web.ResponseMessage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth/{alias:google|github}")
class SocialLoginController {

	private static final String COOKIE = "marquee-login";

	private final SigningInElsewhere signingIn;

	SocialLoginController(SigningInElsewhere signingIn) {
		this.signingIn = signingIn;
	}

	@GetMapping
	ResponseEntity<Void> begin(@PathVariable String alias) {
		Provider provider = Provider.of(alias);
		Departure departure = this.signingIn.begin(provider);
		return ResponseEntity.status(HttpStatus.FOUND)
			.location(departure.location())
			.header(HttpHeaders.SET_COOKIE,
					cookie(provider, departure.kept(), departure.lifetime()).secure(departure.secure())
						.build()
						.toString())
			.cacheControl(CacheControl.noStore())
			.build();
	}

	@GetMapping("/callback")
	@ResponseMessage("Logged in")
	ResponseEntity<LogIn> finish(@PathVariable String alias, @CookieValue(name = COOKIE) Optional<String> kept,
			@RequestParam(defaultValue = "") String state, @RequestParam Optional<String> code,
			@RequestParam("iss") Optional<String> issuer, HttpServletResponse response) {
		Provider provider = Provider.of(alias);
		Attempt attempt = this.signingIn.resume(provider, kept, state);
		// Not before: a stranger's link must not end a log-in under way.
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(provider, "", Duration.ZERO).build().toString());
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(this.signingIn.finish(provider, attempt, new Arrival(code, issuer)));
	}

	/**
	 * Lax, as the browser comes back from another site.
	 */
	private static ResponseCookie.ResponseCookieBuilder cookie(Provider provider, String value, Duration lifetime) {
		return ResponseCookie.from(COOKIE, value)
			.path(provider.callbackPath())
			.httpOnly(true)
			.sameSite("Lax")
			.maxAge(lifetime);
	}

}
