package io.marquee.booking.ticket.web;

import io.marquee.booking.ticket.Admitting;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.ResponseMessage;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckInController {

	private final Admitting admitting;

	CheckInController(Admitting admitting) {
		this.admitting = admitting;
	}

	@PostMapping("/api/v1/admin/check-in")
	@ResponseMessage("Let them in")
	EntryView checkIn(@Valid @RequestBody CheckInRequest request, CurrentUser user) {
		return EntryView.of(this.admitting.admit(request.code(), request.nonce(), request.showId(), user.id()));
	}

}
