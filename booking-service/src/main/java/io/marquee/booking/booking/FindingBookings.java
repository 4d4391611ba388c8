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
import org.springframework.stereotype.Service;

/** Finds bookings: for their owners, and for the staff. */
@Service
public class FindingBookings {

	/** An id begins with the time. */
	private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "_id");

	private final Bookings bookings;

	private final BookingPages pages;

	private final Clock clock;

	FindingBookings(Bookings bookings, BookingPages pages, Clock clock) {
		this.bookings = bookings;
		this.pages = pages;
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
		Sort sort = NEWEST_FIRST;
		if (when == When.UPCOMING) {
			criteria.and("show.startsAt").gte(now);
			sort = Sort.by("show.startsAt");
		}
		else if (when == When.PAST) {
			criteria.and("show.startsAt").lt(now);
			sort = Sort.by(Sort.Direction.DESC, "show.startsAt");
		}
		return this.pages.page(criteria, criteria, sort, paging);
	}

	/**
	 * A page of somebody's orders from the newest on. A booking is an order from the
	 * moment its owner begins to pay.
	 * @param customer whose
	 * @param status only in this state
	 * @param paging which page
	 * @return the page
	 */
	public PageView<Booking> ordersOf(Customer customer, @Nullable BookingStatus status, Paging paging) {
		Criteria criteria = Criteria.where("userId").is(customer.id());
		if (status != null) {
			criteria.and("status").is(status.name());
		}
		criteria.and("payment.attempt").gt(0);
		return this.pages.page(criteria, criteria, NEWEST_FIRST, paging);
	}

	/**
	 * One order of its owner.
	 * @param orderId the order
	 * @param customer who asks
	 * @return the booking that was ordered
	 */
	public Booking order(String orderId, Customer customer) {
		return BookingId.ofOrder(orderId)
			.flatMap(this.bookings::find)
			.filter((booking) -> booking.userId().equals(customer.id()) && booking.payment().attempt() > 0)
			.orElseThrow(BookingProblems::orderNotFound);
	}

	/**
	 * All that is held of somebody's bookings, in the order they were made.
	 * @param userId whose
	 * @param after only those after this one, or null for the first
	 * @param limit how many at most
	 * @return the bookings
	 */
	public List<Booking> heldOf(String userId, @Nullable BookingId after, int limit) {
		return this.bookings.ofOwner(userId, after, limit);
	}

	/**
	 * A page of everybody's bookings.
	 * @param search which ones
	 * @param after only those after this one, or null for all
	 * @param oldestFirst in which order they were made
	 * @param paging which page
	 * @return the page; its total counts what comes before as well
	 */
	public PageView<Booking> all(BookingSearch search, @Nullable BookingId after, boolean oldestFirst, Paging paging) {
		return this.pages.page(search.criteria(after, oldestFirst), search.criteria(),
				oldestFirst ? NEWEST_FIRST.reverse() : NEWEST_FIRST, paging);
	}

	/** On which side of now a show lies. */
	public enum When {

		/** Not begun. */
		UPCOMING,
		/** Begun or over. */
		PAST

	}

}
