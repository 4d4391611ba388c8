package io.marquee.offers.redemption;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import io.marquee.offers.offer.Offer;
import io.marquee.offers.redemption.Redemption.State;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * Names a number of a coupon that is likely to be free, without looking through all of
 * them: first those that nobody ever had, by a counter, then those that came back. It
 * only advises. Whether a number is free is decided by the claim of the redemption that
 * takes it; a number that a crash loses on its way is found again by {@link #findLost}.
 */
@Repository
class CouponNumbers {

	static final String FREE = "coupon_numbers_free";

	private static final String COUNTERS = "coupon_numbers";

	private final MongoTemplate mongo;

	private final Redemptions redemptions;

	CouponNumbers(MongoTemplate mongo, Redemptions redemptions) {
		this.mongo = mongo;
		this.redemptions = redemptions;
	}

	/**
	 * A number to try with. Nobody else is given the same one until it is given back.
	 * @param offer the coupon's offer
	 * @return the number, or null if all are claimed or being tried with
	 */
	@Nullable Integer next(Offer offer) {
		int limit = limit(offer);
		Integer fresh = fresh(offer.id(), limit);
		if (fresh != null) {
			return fresh;
		}
		int last = last(offer.id());
		if (last < limit) {
			startCounting(offer.id());
			return next(offer);
		}
		// The limit was higher once, and numbers above it may be in use.
		if (last > limit && allClaimed(offer)) {
			return null;
		}
		Document free = this.mongo.findAndRemove(Query.query(where("offerId").is(offer.id()).and("number").lte(limit)),
				Document.class, FREE);
		return (free != null) ? free.getInteger("number") : null;
	}

	/**
	 * Whether every use there is has been claimed, rather than handed out to be tried.
	 * @param offer the coupon's offer
	 * @return whether no more can be claimed until one is given back
	 */
	boolean allClaimed(Offer offer) {
		return this.redemptions.counting(offer.id()) >= limit(offer);
	}

	void giveBack(String offerId, int number) {
		this.mongo.save(new Document("_id", Redemption.claim(offerId, number)).append("offerId", offerId)
			.append("number", number), FREE);
	}

	/**
	 * Gives back the numbers of a coupon that nobody has. One that is just being taken
	 * may be among them; its claim protects it.
	 * @param offer the coupon's offer
	 */
	void findLost(Offer offer) {
		int limit = limit(offer);
		long room = limit - this.redemptions.counting(offer.id());
		if (last(offer.id()) < limit || room <= 0
				|| this.mongo.exists(Query.query(where("offerId").is(offer.id()).and("number").lte(limit)), FREE)) {
			return;
		}
		Set<Integer> taken = this.redemptions.all(offer.id(), List.of(State.RESERVED, State.REDEEMED))
			.stream()
			.map(Redemption::number)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		IntStream.rangeClosed(1, limit)
			.filter((number) -> !taken.contains(number))
			.limit(room)
			.forEach((number) -> giveBack(offer.id(), number));
	}

	/**
	 * The offers whose coupons were ever reserved.
	 */
	List<String> offers() {
		return this.mongo.findAll(Document.class, COUNTERS)
			.stream()
			.map((counter) -> counter.getString("_id"))
			.toList();
	}

	private @Nullable Integer fresh(String offerId, int limit) {
		Document counter = this.mongo.findAndModify(Query.query(where("_id").is(offerId).and("last").lt(limit)),
				new Update().inc("last", 1), FindAndModifyOptions.options().returnNew(true), Document.class, COUNTERS);
		return (counter != null) ? counter.getInteger("last") : null;
	}

	private int last(String offerId) {
		Document counter = this.mongo.findById(offerId, Document.class, COUNTERS);
		return (counter != null) ? counter.getInteger("last") : 0;
	}

	private void startCounting(String offerId) {
		try {
			this.mongo.insert(new Document("_id", offerId).append("last", 0), COUNTERS);
		}
		catch (DuplicateKeyException ex) {
			// Another request began.
		}
	}

	private static int limit(Offer offer) {
		return (offer.totalLimit() != null) ? offer.totalLimit() : Integer.MAX_VALUE;
	}

}
