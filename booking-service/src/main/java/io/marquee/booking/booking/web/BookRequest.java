package io.marquee.booking.booking.web;

import java.util.HashSet;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /bookings/book}. */
record BookRequest(@NotBlank @Size(max = 100) String showId,
		@NotNull @Size(min = 1, max = 10,
				message = "must name 1 to 10 seats") List<@NotBlank @Size(max = 20) String> seats,
		@Nullable @Size(max = 40) @Pattern(regexp = ".*\\S.*", message = "must not be blank") String couponCode) {

	@AssertTrue(message = "must name each seat once")
	boolean isSeatsDistinct() {
		return this.seats == null || new HashSet<>(this.seats).size() == this.seats.size();
	}

}
