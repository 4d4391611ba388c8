package io.marquee.booking.payment.web;

import java.util.List;

import io.marquee.booking.payment.ChargeListener;
import io.marquee.booking.payment.ReportReader;
import io.marquee.platform.web.ApiException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes what payment providers report. A report that comes again changes nothing. */
@RestController
class WebhookController {

	private final List<ReportReader> readers;

	private final ChargeListener listener;

	WebhookController(List<ReportReader> readers, ChargeListener listener) {
		this.readers = readers;
		this.listener = listener;
	}

	@PostMapping("/api/v1/payments/webhooks/{provider}")
	Received receive(@PathVariable String provider, @RequestHeader HttpHeaders headers,
			@RequestBody(required = false) byte[] body) {
		ReportReader reader = this.readers.stream()
			.filter((candidate) -> candidate.provider().equals(provider))
			.findAny()
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "PROVIDER_NOT_FOUND",
					"There is no such payment provider"));
		reader.read(headers, (body != null) ? body : new byte[0]).ifPresent(this.listener::charged);
		return new Received(true);
	}

	record Received(boolean received) {
	}

}
