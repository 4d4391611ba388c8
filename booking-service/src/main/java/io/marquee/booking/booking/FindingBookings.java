package io.marquee.booking.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Finds the bookings of somebody. */
@Service
public class FindingBookings {

	private final Bookings bookings;

	private final Clock clock;

	FindingBookings(Bookings bookings, Clock clock) {
		this.bookings = bookings;
		this.clock = clock;
	}

	/**
	 * One booking of its owner.
	 * @param id the booking
	 * @param customer who asks
	 * @return the booking
	 */
	public Booking ofCustomer(BookingId id, Customer customer) {
		return this.bookings.find(id)
			.filter((booking) -> booking.userId().equals(customer.id()))
			.orElseThrow(BookingProblems::notFound);
	}

	/**
	 * A booking, whoever owns it.
	 * @param id the booking
	 * @return the booking, if there is one
	 */
	public Optional<Booking> find(BookingId id) {
		return this.bookings.find(id);
	}

	/**
	 * A booking by the code that its owner reads out.
	 * @param code the code
	 * @return the booking, if there is one
	 */
	public Optional<Booking> find(BookingCode code) {
		return this.bookings.find(code);
	}

	/**
	 * A page of somebody's bookings: upcoming ones by time of the show, past ones from
	 * the latest on, all from the newest booking on.
	 * @param customer whose
	 * @param status only in this state
	 * @param when only of shows to come, or of shows that began
	 * @param paging which page
	 * @return the page
	 */
	public PageView<Booking> allOf(Customer customer, @Nullable BookingStatus status, @Nullable When when,
			Paging paging) {
		Criteria criteria = Criteria.where("userId").is(customer.id());
		if (status != null) {
			criteria.and("status").is(status.name());
		}
		Instant now = this.clock.instant();
		Sort sort = Sort.by(Sort.Direction.DESC, "createdAt");
		if (when == When.UPCOMING) {
			criteria.and("show.startsAt").gte(now);
			sort = Sort.by("show.startsAt");
		}
		else if (when == When.PAST) {
			criteria.and("show.startsAt").lt(now);
			sort = Sort.by(Sort.Direction.DESC, "show.startsAt");
		}
		Query query = Query.query(criteria);
		long total = this.bookings.count(query);
		List<Booking> page = (total > paging.skip())
				? this.bookings.find(Query.query(criteria).with(sort).skip(paging.skip()).limit(paging.limit()))
				: List.of();
		return PageView.of(page, paging, total);
	}

	/** On which side of now a show lies. */
	public enum When {

		/** Not begun. */
		UPCOMING,
		/** Begun or over. */
		PAST

	}

}
