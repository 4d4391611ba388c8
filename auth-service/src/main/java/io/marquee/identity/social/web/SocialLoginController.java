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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;

@RestController
@RequestMapping("/api/v1/auth")
class SocialLoginController {

	private static final String COOKIE = "marquee-login";

	private final SigningInElsewhere signingIn;

	SocialLoginController(SigningInElsewhere signingIn) {
		this.signingIn = signingIn;
	}

	@GetMapping({ "/google", "/github" })
	ResponseEntity<Void> begin(HttpServletRequest request) {
		Provider provider = asked(request);
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

	@GetMapping({ "/google/callback", "/github/callback" })
	@ResponseMessage("Logged in")
	ResponseEntity<LogIn> finish(HttpServletRequest request, @CookieValue(name = COOKIE) Optional<String> kept,
			@RequestParam(defaultValue = "") String state, @RequestParam Optional<String> code,
			@RequestParam("iss") Optional<String> issuer, HttpServletResponse response) {
		Provider provider = asked(request);
		Attempt attempt = this.signingIn.resume(provider, kept, state);
		// Not before: a stranger's link must not end a log-in under way.
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(provider, "", Duration.ZERO).build().toString());
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(this.signingIn.finish(provider, attempt, new Arrival(code, issuer)));
	}

	/** By the mapping's path: a client may spell its own in other ways. */
	private static Provider asked(HttpServletRequest request) {
		return Provider.at((String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
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
