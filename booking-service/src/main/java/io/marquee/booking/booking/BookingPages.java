package io.marquee.booking.booking;

import java.util.List;

import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Cuts pages out of lists of bookings. Neither a page nor its total costs more when there
 * are more bookings: both end at {@link #DEEPEST}.
 */
@Repository
class BookingPages {

	/** As far as pages go, and totals are counted. */
	static final int DEEPEST = 10_000;

	private final MongoTemplate mongo;

	BookingPages(MongoTemplate mongo) {
		this.mongo = mongo;
	}

	/**
	 * A page of the bookings that meet some criteria.
	 * @param total those whose number is told, the same or more
	 */
	PageView<Booking> page(Criteria listed, Criteria total, Sort sort, Paging paging) {
		boolean deep = paging.skip() + paging.limit() > DEEPEST;
		if (deep && count(total) >= DEEPEST) {
			throw BookingProblems.pageTooDeep();
		}
		List<Booking> items = this.mongo.find(Query.query(listed).with(sort).skip(paging.skip()).limit(paging.limit()),
				Booking.class, Bookings.COLLECTION);
		boolean last = items.size() < paging.limit() && (!items.isEmpty() || paging.page() == 1);
		boolean whole = listed.equals(total);
		return PageView.of(items, paging, (last && whole) ? paging.skip() + items.size() : count(total));
	}

	private long count(Criteria criteria) {
		// Known without counting, and not to be had with a limit.
		return criteria.getCriteriaObject().isEmpty() ? this.mongo.estimatedCount(Bookings.COLLECTION)
				: this.mongo.count(Query.query(criteria).limit(DEEPEST), Bookings.COLLECTION);
	}

}
