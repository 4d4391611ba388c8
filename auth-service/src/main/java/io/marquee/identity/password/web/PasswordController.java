package io.marquee.identity.password.web;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.limit.Limit;
import io.marquee.identity.limit.Limited;
import io.marquee.identity.password.ChangingPassword;
import io.marquee.identity.password.ResettingPassword;
import io.marquee.platform.web.ResponseMessage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
class PasswordController {

	private final ChangingPassword changing;

	private final ResettingPassword resetting;

	PasswordController(ChangingPassword changing, ResettingPassword resetting) {
		this.changing = changing;
		this.resetting = resetting;
	}

	@PostMapping("/change-password")
	@Limited(Limit.PASSWORD_BY_CLIENT)
	@ResponseMessage("The password is changed; your other sessions have ended")
	PasswordChangedView change(@AuthenticationPrincipal Jwt token, @Valid @RequestBody ChangeRequest request) {
		this.changing.change(token, request.currentPassword(), request.newPassword());
		return new PasswordChangedView(true);
	}

	@PostMapping("/forgot-password")
	@Limited(Limit.OTP_SEND_BY_CLIENT)
	@ResponseMessage("If the address has an account, a code is on its way")
	CodeSentView sendCode(@Valid @RequestBody AddressRequest request) {
		this.resetting.sendCode(new EmailAddress(request.email()));
		return new CodeSentView(true);
	}

	@PostMapping("/reset-password")
	@Limited(Limit.PASSWORD_BY_CLIENT)
	@ResponseMessage("The password is changed; please log in")
	PasswordChangedView reset(@Valid @RequestBody ResetRequest request) {
		this.resetting.reset(new EmailAddress(request.email()), request.otp(), request.newPassword());
		return new PasswordChangedView(true);
	}

	record ChangeRequest(@NotBlank @Size(max = 128) String currentPassword,
			@NotBlank @Size(max = 128) String newPassword) {

		@Override
		public String toString() {
			return "ChangeRequest[…]";
		}

	}

	record AddressRequest(@NotBlank @Email @Size(max = 254) String email) {

		@Override
		public String toString() {
			return "AddressRequest[…]";
		}

	}

	record ResetRequest(@NotBlank @Email @Size(max = 254) String email,
			@NotBlank @Pattern(regexp = "\\d{6}", message = "must be six digits") String otp,
			@NotBlank @Size(max = 128) String newPassword) {

		@Override
		public String toString() {
			return "ResetRequest[…]";
		}

	}

	record PasswordChangedView(boolean passwordChanged) {

	}

	record CodeSentView(boolean sent) {

	}

}
