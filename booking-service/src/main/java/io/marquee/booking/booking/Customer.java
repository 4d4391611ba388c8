package io.marquee.booking.booking;

import java.util.stream.Stream;

import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.ApiException;
import org.springframework.http.HttpStatus;

/**
 * Who books.
 *
 * @param id the owner of the booking: a user, or a partner's service account
 * @param partner whether it books for many people, and the limit of seats a person does
 * not apply
 */
public record Customer(String id, boolean partner) {

	/** What a partner needs to look at its bookings. */
	public static final String READ = "bookings:read";

	/** What a partner needs to book. */
	public static final String WRITE = "bookings:write";

	/**
	 * Tells users from partners, and what each may do. A client-credentials token belongs
	 * to no person and may do what its scopes say, whatever roles its service account was
	 * given.
	 * @param user who makes the request
	 * @param scope what a partner needs for it
	 * @return the customer
	 * @throws ApiException 403 if the request is not for them to make
	 */
	public static Customer of(CurrentUser user, String scope) {
		boolean partner = user.email() == null
				|| user.scopes().stream().anyMatch((granted) -> granted.indexOf(':') > 0);
		if (partner ? user.hasScope(scope) : Stream.of("user", "staff", "admin").anyMatch(user::hasRole)) {
			return new Customer(user.id(), partner);
		}
		throw new ApiException(HttpStatus.FORBIDDEN, "FORBIDDEN", "Your role does not allow this");
	}

}
