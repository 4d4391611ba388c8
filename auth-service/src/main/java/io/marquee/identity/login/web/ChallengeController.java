package io.marquee.identity.login.web;

import io.marquee.identity.limit.Limit;
import io.marquee.identity.limit.Limited;
import io.marquee.identity.login.ProvingLogIn;
import io.marquee.identity.login.SignedInView;
import io.marquee.platform.web.ResponseMessage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/2fa")
class ChallengeController {

	private final ProvingLogIn proving;

	ChallengeController(ProvingLogIn proving) {
		this.proving = proving;
	}

	@PostMapping("/send")
	@Limited(Limit.OTP_SEND_BY_CLIENT)
	@ResponseMessage("A code is on its way")
	CodeSentView send(@Valid @RequestBody ChallengeRequest request) {
		this.proving.sendCode(request.challengeId());
		return new CodeSentView(true);
	}

	@PostMapping({ "/verify-login", "/verify" })
	@Limited(Limit.SECOND_FACTOR_BY_CLIENT)
	@ResponseMessage("Logged in")
	ResponseEntity<SignedInView> prove(@Valid @RequestBody ProofRequest request) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(this.proving.prove(request.challengeId(), request.otp()));
	}

	record ChallengeRequest(@NotBlank @Size(max = 128) String challengeId) {

		@Override
		public String toString() {
			return "ChallengeRequest[…]";
		}

	}

	record ProofRequest(@NotBlank @Size(max = 128) String challengeId, @NotBlank @Size(max = 32) String otp) {

		@Override
		public String toString() {
			return "ProofRequest[…]";
		}

	}

	record CodeSentView(boolean sent) {

	}

}
