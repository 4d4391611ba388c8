package io.marquee.identity.login.web;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.limit.Limit;
import io.marquee.identity.limit.Limited;
import io.marquee.identity.login.LogIn;
import io.marquee.identity.login.SignedInView;
import io.marquee.identity.login.SigningIn;
import io.marquee.platform.web.ResponseMessage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class LoginController {

	private final SigningIn signingIn;

	LoginController(SigningIn signingIn) {
		this.signingIn = signingIn;
	}

	@PostMapping("/auth/login")
	@Limited(Limit.LOG_IN_BY_CLIENT)
	@ResponseMessage("The password is right")
	ResponseEntity<LogIn> login(@Valid @RequestBody LoginRequest request) {
		return unstored(this.signingIn.signIn(new EmailAddress(request.email()), request.password()));
	}

	@PostMapping("/admin/login")
	@Limited(Limit.LOG_IN_BY_CLIENT)
	@ResponseMessage("The password is right")
	ResponseEntity<LogIn> loginOfAdmin(@Valid @RequestBody LoginRequest request) {
		return unstored(this.signingIn.signInAdmin(new EmailAddress(request.email()), request.password()));
	}

	@PostMapping("/auth/refresh")
	@Limited(Limit.REFRESH_BY_CLIENT)
	@ResponseMessage("Session renewed")
	ResponseEntity<SignedInView> refresh(@Valid @RequestBody RefreshRequest request) {
		return unstored(this.signingIn.refresh(request.refreshToken()));
	}

	@PostMapping("/auth/logout")
	@ResponseMessage("Logged out")
	LoggedOutView logout(@AuthenticationPrincipal Jwt token) {
		this.signingIn.end(token);
		return new LoggedOutView(true);
	}

	private static <T extends LogIn> ResponseEntity<T> unstored(T session) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(session);
	}

	record LoginRequest(@NotBlank @Size(max = 254) String email, @NotBlank @Size(max = 128) String password) {

		@Override
		public String toString() {
			return "LoginRequest[…]";
		}

	}

	record RefreshRequest(@NotBlank @Size(max = 8192) String refreshToken) {

		@Override
		public String toString() {
			return "RefreshRequest[…]";
		}

	}

	record LoggedOutView(boolean loggedOut) {

	}

}
