package io.marquee.booking.booking.web;

import java.util.stream.Stream;

import io.marquee.booking.booking.Customer;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.ApiException;
import org.springframework.http.HttpStatus;

/** Tells users from partners, and what each may do. */
final class Customers {

	static final String READ = "bookings:read";

	static final String WRITE = "bookings:write";

	private Customers() {
	}

	/**
	 * A client-credentials token belongs to no person and may do what its scopes say,
	 * whatever roles its service account was given.
	 */
	static Customer of(CurrentUser user, String scope) {
		boolean partner = user.email() == null
				|| user.scopes().stream().anyMatch((granted) -> granted.indexOf(':') > 0);
		if (partner ? user.hasScope(scope) : Stream.of("user", "staff", "admin").anyMatch(user::hasRole)) {
			return new Customer(user.id(), partner);
		}
		throw new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN", "Your role does not allow this");
	}

}
