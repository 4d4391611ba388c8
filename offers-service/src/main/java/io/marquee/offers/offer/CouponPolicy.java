package io.marquee.offers.offer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.springframework.http.HttpStatus;

/**
 * One reason for which a coupon may not be given.
 */
@FunctionalInterface
interface CouponPolicy {

	/**
	 * In the order in which a customer wants to hear them: what no purchase can mend
	 * comes first. How often it was used is not judged here: only who takes a number of
	 * it knows.
	 */
	List<CouponPolicy> ALL = List.of(
			refuse((offer, claim) -> !offer.active(), HttpStatus.CONFLICT, "COUPON_INACTIVE",
					"This coupon is switched off."),
			refuse((offer, claim) -> claim.at().isBefore(offer.validFrom()), HttpStatus.CONFLICT, "COUPON_NOT_STARTED",
					"This coupon is not valid yet."),
			refuse((offer, claim) -> !claim.at().isBefore(offer.validUntil()), HttpStatus.CONFLICT, "COUPON_EXPIRED",
					"This coupon has expired."),
			refuse((offer, claim) -> !offer.discount().appliesTo(claim.purchase().amount().currency()),
					HttpStatus.UNPROCESSABLE_CONTENT, "COUPON_OTHER_CURRENCY", "This coupon is for another currency."),
			forTickets((offer, tickets) -> offer.category() == OfferCategory.MOVIE, "COUPON_NOT_FOR_TICKETS",
					"This coupon is not for cinema tickets."),
			forTickets((offer, tickets) -> offer.reach().coversMovie(tickets.movieId()), "COUPON_NOT_FOR_MOVIE",
					"This coupon is not for this movie."),
			forTickets((offer, tickets) -> offer.reach().coversVenue(tickets.venueId()), "COUPON_NOT_FOR_VENUE",
					"This coupon is not for this venue."),
			forTickets((offer, tickets) -> offer.reach().coversCity(tickets.city()), "COUPON_NOT_FOR_CITY",
					"This coupon is not for this city."),
			CouponPolicy::minimumOrder);

	/**
	 * Judges a claim.
	 * @param offer the coupon's offer
	 * @param claim what it is wanted for, and when
	 * @return why it is refused, or nothing
	 */
	Optional<Refusal> judge(Offer offer, Claim claim);

	private static CouponPolicy refuse(BiPredicate<Offer, Claim> when, HttpStatus status, String code, String message) {
		Optional<Refusal> refusal = Optional.of(new Refusal(status, code, message));
		return (offer, claim) -> when.test(offer, claim) ? refusal : Optional.empty();
	}

	private static CouponPolicy forTickets(BiPredicate<Offer, Purchase.Tickets> unless, String code, String message) {
		return refuse((offer, claim) -> {
			Purchase.Tickets tickets = claim.purchase().tickets();
			return tickets != null && !unless.test(offer, tickets);
		}, HttpStatus.UNPROCESSABLE_CONTENT, code, message);
	}

	private static Optional<Refusal> minimumOrder(Offer offer, Claim claim) {
		return Optional.ofNullable(offer.discount().minimumOrder())
			.filter((minimum) -> claim.purchase().amount().compareTo(minimum) < 0)
			.map((minimum) -> new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "COUPON_MINIMUM_NOT_REACHED",
					"This coupon needs an order of at least " + minimum.currency() + " " + minimum.amount() + "."));
	}

	/**
	 * A coupon wanted for a purchase.
	 *
	 * @param purchase what is bought
	 * @param at when
	 */
	record Claim(Purchase purchase, Instant at) {
	}

	/**
	 * Why a coupon is not given.
	 *
	 * @param status the HTTP status that says so
	 * @param code the stable code
	 * @param message for the customer
	 */
	record Refusal(HttpStatus status, String code, String message) {
	}

}
