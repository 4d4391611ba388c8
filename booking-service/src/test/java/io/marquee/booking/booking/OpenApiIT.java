package io.marquee.booking.booking;

import io.marquee.test.DescribedApi;

class OpenApiIT extends BookingIT implements DescribedApi {

	@Override
	public int port() {
		return uri("").getPort();
	}

}
