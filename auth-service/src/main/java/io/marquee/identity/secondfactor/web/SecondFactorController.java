package io.marquee.identity.secondfactor.web;

import io.marquee.identity.limit.Limit;
import io.marquee.identity.limit.Limited;
import io.marquee.identity.secondfactor.AppSecretView;
import io.marquee.identity.secondfactor.ChangingSecondFactor;
import io.marquee.identity.secondfactor.RecoveryCodesView;
import io.marquee.identity.secondfactor.SecondFactorView;
import io.marquee.platform.web.ResponseMessage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/2fa")
class SecondFactorController {

	private final ChangingSecondFactor changing;

	SecondFactorController(ChangingSecondFactor changing) {
		this.changing = changing;
	}

	@GetMapping
	SecondFactorView on(@AuthenticationPrincipal Jwt token) {
		return this.changing.of(token);
	}

	@PostMapping("/enable/request")
	@Limited(Limit.OTP_SEND_BY_CLIENT)
	@ResponseMessage("A code is on its way to your address")
	CodeSentView requestEmail(@AuthenticationPrincipal Jwt token) {
		this.changing.requestEmail(token);
		return new CodeSentView(true);
	}

	@PostMapping("/enable/verify")
	@Limited(Limit.SECOND_FACTOR_BY_CLIENT)
	@ResponseMessage("A code is mailed at every log-in from now on")
	SecondFactorView turnOnEmail(@AuthenticationPrincipal Jwt token, @Valid @RequestBody CodeRequest request) {
		return this.changing.turnOnEmail(token, request.otp());
	}

	@PostMapping("/totp/setup")
	@ResponseMessage("Scan this with an authenticator app, then send the code it shows")
	ResponseEntity<AppSecretView> setUpApp(@AuthenticationPrincipal Jwt token) {
		return unstored(this.changing.setUpApp(token));
	}

	@PostMapping("/totp/verify")
	@Limited(Limit.SECOND_FACTOR_BY_CLIENT)
	@ResponseMessage("The app is asked for at every log-in from now on; keep the recovery codes in a safe place")
	ResponseEntity<RecoveryCodesView> turnOnApp(@AuthenticationPrincipal Jwt token,
			@Valid @RequestBody CodeRequest request) {
		return unstored(this.changing.turnOnApp(token, request.otp()));
	}

	@PostMapping("/disable")
	@Limited(Limit.PASSWORD_BY_CLIENT)
	@ResponseMessage("The password is enough from now on")
	SecondFactorView turnOff(@AuthenticationPrincipal Jwt token, @Valid @RequestBody PasswordRequest request) {
		return this.changing.turnOff(token, request.password());
	}

	private static <T> ResponseEntity<T> unstored(T secret) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(secret);
	}

	record CodeRequest(@NotBlank @Pattern(regexp = "\\d{6}", message = "must be six digits") String otp) {

		@Override
		public String toString() {
			return "CodeRequest[…]";
		}

	}

	record PasswordRequest(@NotBlank @Size(max = 128) String password) {

		@Override
		public String toString() {
			return "PasswordRequest[…]";
		}

	}

	record CodeSentView(boolean sent) {

	}

}
