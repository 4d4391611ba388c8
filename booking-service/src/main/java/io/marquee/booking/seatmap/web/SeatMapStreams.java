package io.marquee.booking.seatmap.web;

import java.util.regex.Pattern;

import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Keeps streams out of the figures: how long one watched says nothing of our speed. */
@Configuration(proxyBeanMethods = false)
class SeatMapStreams {

	private static final Pattern PATH = Pattern.compile("/api/v1/bookings/seats/[^/]+/stream");

	@Bean
	ObservationPredicate seatMapStreamsAreNotTimed() {
		return (name, context) -> !(context instanceof ServerRequestObservationContext request
				&& isStream(request.getCarrier()));
	}

	private static boolean isStream(@Nullable HttpServletRequest request) {
		return request != null && PATH.matcher(request.getRequestURI()).matches();
	}

}
