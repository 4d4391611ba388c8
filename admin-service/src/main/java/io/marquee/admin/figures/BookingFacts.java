package io.marquee.admin.figures;

import java.math.BigDecimal;
import java.util.List;

import io.marquee.admin.figures.DayFigures.Tally;
import io.marquee.platform.money.Money;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * All facts about bookings.
 */
@Repository
class BookingFacts {

	private final MongoTemplate mongo;

	private final BusinessSettings business;

	BookingFacts(MongoTemplate mongo, BusinessSettings business) {
		this.mongo = mongo;
		this.business = business;
	}

	/**
	 * Notes that a booking has reached a milestone.
	 * @return the fact as it stands now
	 * @throws org.springframework.dao.DataAccessException also if another replica wrote
	 * it meanwhile; the event is then to be taken again
	 */
	BookingFact note(Milestone milestone, String day, BookingEvent event) {
		BookingFact known = this.mongo.findById(event.bookingId(), BookingFact.class);
		BookingFact fact = (known != null) ? known : BookingFact.first(event);
		BookingFact changed = fact.reached(milestone, day, event);
		return changed.equals(known) ? changed : this.mongo.save(changed);
	}

	/** Reckons a day from its facts: the cost is that of the day's own bookings. */
	DayFigures count(String day) {
		List<Group> groups = confirmed(day);
		long holds = count(Criteria.where("heldDay").is(day));
		long confirmed = count(Criteria.where("heldDay").is(day).and("confirmedDay").ne(null));
		long cancellations = count(Criteria.where("cancelledDay").is(day).and("confirmedDay").ne(null));
		List<Tally> movies = Tally
			.addUp(groups.stream().map((group) -> tally(group.movieId(), group.movieTitle(), group)));
		List<Tally> venues = Tally
			.addUp(groups.stream().map((group) -> tally(group.venueId(), group.venueName(), group)));
		return new DayFigures(day, holds, confirmed, movies.stream().mapToLong(Tally::bookings).sum(),
				movies.stream().mapToLong(Tally::seats).sum(),
				movies.stream().map(Tally::revenue).reduce(Money.zero(this.business.currency()), Money::plus),
				cancellations, movies, venues);
	}

	/** The money of a cancelled booking that did not go back is still the house's. */
	private List<Group> confirmed(String day) {
		Aggregation byMovieAndVenue = Aggregation.newAggregation(
				Aggregation.match(Criteria.where("confirmedDay").is(day)),
				Aggregation.group("movieId", "venueId", "amount.currency", "cancelledDay")
					.first("movieId")
					.as("movieId")
					.first("movieTitle")
					.as("movieTitle")
					.first("venueId")
					.as("venueId")
					.first("venueName")
					.as("venueName")
					.first("amount.currency")
					.as("currency")
					.first("cancelledDay")
					.as("cancelledDay")
					.count()
					.as("bookings")
					.sum("seats")
					.as("seats")
					.sum("amount.amount")
					.as("revenue")
					.sum("back.total.amount")
					.as("back"));
		return this.mongo.aggregate(byMovieAndVenue, BookingFact.class, Group.class).getMappedResults();
	}

	private long count(Criteria criteria) {
		return this.mongo.count(Query.query(criteria), BookingFact.class);
	}

	private Tally tally(String id, String name, Group group) {
		// Bookings in another currency count as bookings; their money is no sum of this
		// one.
		BigDecimal revenue = group.currency().equals(this.business.currency())
				? group.revenue().bigDecimalValue().subtract(group.back()) : BigDecimal.ZERO;
		boolean stands = group.cancelledDay() == null;
		return new Tally(id, name, stands ? group.bookings() : 0, stands ? group.seats() : 0,
				new Money(revenue, this.business.currency()));
	}

	/**
	 * The bookings of one film at one cinema that stand, or that were cancelled on one
	 * day.
	 */
	record Group(String movieId, String movieTitle, String venueId, String venueName, String currency,
			@Nullable String cancelledDay, long bookings, long seats, Decimal128 revenue, BigDecimal back) {
	}

}
