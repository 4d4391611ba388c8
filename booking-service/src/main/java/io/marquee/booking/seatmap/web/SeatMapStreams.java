package io.marquee.booking.seatmap.web;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Keeps streams out of the figures: how long one watched says nothing of our speed. */
@Configuration(proxyBeanMethods = false)
class SeatMapStreams {

	@Bean
	ObservationPredicate seatMapStreamsAreNotTimed() {
		return (name, context) -> !(context instanceof ServerRequestObservationContext request
				&& request.getCarrier().getRequestURI().matches("/api/v1/bookings/seats/[^/]+/stream"));
	}

}
