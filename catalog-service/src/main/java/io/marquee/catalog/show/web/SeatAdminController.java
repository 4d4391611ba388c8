package io.marquee.catalog.show.web;

import java.time.Clock;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.show.AddingSeats;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.venue.SeatLayout;
import io.marquee.catalog.web.IfMatch;
import io.marquee.catalog.web.Tagged;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.ResponseMessage;

/**
 * More seats for a show. Who sits where is the booking service's to tell.
 */
@RestController
class SeatAdminController {

	private final AddingSeats adding;

	private final Clock clock;

	SeatAdminController(AddingSeats adding, Clock clock) {
		this.adding = adding;
		this.clock = clock;
	}

	@PostMapping("/api/v1/admin/seats")
	@ResponseMessage("Seats added")
	ResponseEntity<ShowView> add(@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody SeatsRequest request) {
		Show show = this.adding.add(request.showId(), IfMatch.of(ifMatch), request.layout());
		return Tagged.created(show, ShowView.of(show, this.clock.instant()));
	}

	/**
	 * Rows to add, as text such as {@code K: RRRR_RRRR}.
	 */
	record SeatsRequest(@NotBlank String showId, @NotEmpty List<@NotBlank String> rows) {

		SeatLayout layout() {
			try {
				return SeatLayout.parse(this.rows);
			}
			catch (IllegalArgumentException ex) {
				throw ApiException.invalid("rows", String.valueOf(ex.getMessage()));
			}
		}

	}

}
