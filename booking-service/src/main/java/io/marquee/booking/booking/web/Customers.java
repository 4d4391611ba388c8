package io.marquee.booking.booking.web;

import io.marquee.booking.booking.Customer;
import io.marquee.platform.security.CurrentUser;

/** Short for {@link Customer#of}. */
final class Customers {

	static final String READ = Customer.READ;

	static final String WRITE = Customer.WRITE;

	private Customers() {
	}

	static Customer of(CurrentUser user, String scope) {
		return Customer.of(user, scope);
	}

}
