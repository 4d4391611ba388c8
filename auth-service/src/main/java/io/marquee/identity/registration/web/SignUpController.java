package io.marquee.identity.registration.web;

import io.marquee.identity.EmailAddress;
import io.marquee.identity.account.FullName;
import io.marquee.identity.account.Phone;
import io.marquee.identity.account.ProfileField;
import io.marquee.identity.account.Username;
import io.marquee.identity.limit.Limit;
import io.marquee.identity.limit.Limited;
import io.marquee.identity.login.LogIn;
import io.marquee.identity.registration.SigningUp;
import io.marquee.platform.web.ResponseMessage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
class SignUpController {

	private final SigningUp signingUp;

	SignUpController(SigningUp signingUp) {
		this.signingUp = signingUp;
	}

	@PostMapping({ "/send-otp", "/resend-otp" })
	@Limited(Limit.OTP_SEND_BY_CLIENT)
	@ResponseMessage("If the address can receive mail, a code is on its way")
	CodeSentView sendCode(@Valid @RequestBody AddressRequest request) {
		this.signingUp.sendCode(new EmailAddress(request.email()));
		return new CodeSentView(true);
	}

	@PostMapping("/verify-otp")
	@Limited(Limit.OTP_VERIFY_BY_CLIENT)
	@ResponseMessage("The address is proven")
	ResponseEntity<ProvenView> verify(@Valid @RequestBody CodeRequest request) {
		String token = this.signingUp.verify(new EmailAddress(request.email()), request.otp());
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ProvenView(token));
	}

	@PostMapping({ "/register", "/signup" })
	@ResponseMessage("Welcome to Marquee")
	ResponseEntity<LogIn> register(@Valid @RequestBody RegisterRequest request) {
		LogIn session = this.signingUp.register(request.registrationToken(), request.applicant());
		return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(session);
	}

	record AddressRequest(@NotBlank @Email @Size(max = 254) String email) {

		@Override
		public String toString() {
			return "AddressRequest[…]";
		}

	}

	record CodeRequest(@NotBlank @Email @Size(max = 254) String email,
			@NotBlank @Pattern(regexp = "\\d{6}", message = "must be six digits") String otp) {

		@Override
		public String toString() {
			return "CodeRequest[…]";
		}

	}

	record RegisterRequest(@NotBlank @Size(max = 128) String registrationToken, @FullName String fullName,
			@NotBlank @Size(max = 128) String password, @Nullable @Phone String phone,
			@Nullable @Username String username) {

		SigningUp.Applicant applicant() {
			return new SigningUp.Applicant(ProfileField.FULL_NAME.tidy(this.fullName), this.password, this.phone,
					(this.username != null) ? ProfileField.USERNAME.tidy(this.username) : null);
		}

		@Override
		public String toString() {
			return "RegisterRequest[…]";
		}

	}

	record CodeSentView(boolean sent) {

	}

	record ProvenView(String registrationToken) {

	}

}
