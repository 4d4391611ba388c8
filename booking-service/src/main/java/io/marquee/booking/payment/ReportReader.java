package io.marquee.booking.payment;

import java.util.Optional;

import org.springframework.http.HttpHeaders;

/** Understands what one provider reports to us, and whether it is really from it. */
public interface ReportReader {

	/**
	 * The provider's name, as in the address of its webhook.
	 * @return the name
	 */
	String provider();

	/**
	 * Reads a report.
	 * @param headers the request's headers
	 * @param body the request's body, byte for byte
	 * @return the charge it is about, or nothing if it is about something else
	 * @throws io.marquee.platform.web.ApiException if the signature does not hold
	 */
	Optional<Charge> read(HttpHeaders headers, byte[] body);

}
