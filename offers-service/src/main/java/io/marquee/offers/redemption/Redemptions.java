package io.marquee.offers.redemption;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import io.marquee.offers.redemption.Redemption.State;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * All redemptions. Every change is one write that names the state it expects.
 */
@Repository
class Redemptions {

	private static final List<State> COUNTING = List.of(State.RESERVED, State.REDEEMED);

	private final MongoTemplate mongo;

	Redemptions(MongoTemplate mongo) {
		this.mongo = mongo;
	}

	Optional<Redemption> find(String bookingId) {
		return Optional.ofNullable(this.mongo.findById(bookingId, Redemption.class));
	}

	/**
	 * Adds a redemption with all its claims, or nothing.
	 * @throws org.springframework.dao.DuplicateKeyException if the booking has one or a
	 * claim is taken
	 */
	boolean add(Redemption redemption) {
		this.mongo.insert(redemption);
		return true;
	}

	/**
	 * Puts a redemption that was given back into force again, with new claims.
	 * @return whether it was still given back
	 * @throws org.springframework.dao.DuplicateKeyException if a claim is taken
	 */
	boolean takeAgain(Redemption redemption) {
		return this.mongo.replace(of(redemption.bookingId(), State.RELEASED), redemption).getMatchedCount() == 1;
	}

	boolean markKnown(String bookingId, State state, Instant now) {
		return this.mongo
			.updateFirst(of(bookingId, state), new Update().set("known", true).set("updatedAt", now).unset("due"),
					Redemption.class)
			.getMatchedCount() == 1;
	}

	boolean redeem(String bookingId, Instant now) {
		Update redeemed = new Update().set("state", State.REDEEMED)
			.set("known", true)
			.set("updatedAt", now)
			.unset("due");
		return this.mongo.updateFirst(of(bookingId, State.RESERVED), redeemed, Redemption.class).getMatchedCount() == 1;
	}

	/**
	 * Lets go of all claims.
	 * @param which the redemption, in the states it may leave
	 * @return how it was before, if it was
	 */
	@Nullable Redemption release(Query which, State to, Instant now) {
		Update released = new Update().set("state", to)
			.set("updatedAt", now)
			.unset("claims")
			.unset("number")
			.unset("ownNumber")
			.unset("due");
		return this.mongo.findAndModify(which, released, FindAndModifyOptions.none(), Redemption.class);
	}

	boolean claimed(String claim) {
		return this.mongo.exists(Query.query(where("claims").is(claim)), Redemption.class);
	}

	List<Redemption> counting(String offerId, String userId) {
		return this.mongo.find(
				Query.query(where("userId").is(userId).and("offerId").is(offerId).and("state").in(COUNTING)),
				Redemption.class);
	}

	/** Somebody's redemptions, whatever became of them, by booking. */
	List<Redemption> ofCustomer(String userId, String after, int limit) {
		return this.mongo.find(
				Query.query(where("userId").is(userId).and("_id").gt(after)).with(Sort.by("_id")).limit(limit),
				Redemption.class);
	}

	/** Makes a redemption nobody's, unless it has changed meanwhile. */
	void disown(Redemption redemption, String nobody) {
		Update update = new Update().set("userId", nobody);
		if (redemption.claims() != null) {
			String owner = "@" + redemption.userId();
			update.set("claims",
					redemption.claims()
						.stream()
						.map((claim) -> claim.endsWith(owner)
								? claim.substring(0, claim.length() - owner.length()) + "@" + nobody : claim)
						.toList());
		}
		this.mongo.updateFirst(Query.query(is(redemption.bookingId(), redemption.state()).and("userId")
			.is(redemption.userId())
			.and("updatedAt")
			.is(redemption.updatedAt())), update, Redemption.class);
	}

	long count(String offerId, State state) {
		return this.mongo.count(Query.query(where("offerId").is(offerId).and("state").is(state)), Redemption.class);
	}

	long counting(String offerId) {
		return count(offerId, State.RESERVED) + count(offerId, State.REDEEMED);
	}

	List<Redemption> all(String offerId, Collection<State> states) {
		return this.mongo.find(Query.query(where("offerId").is(offerId).and("state").in(states)), Redemption.class);
	}

	List<Redemption> due(Instant now, int limit) {
		return this.mongo.find(Query.query(where("due").lte(now)).with(Sort.by("due")).limit(limit), Redemption.class);
	}

	static Query of(String bookingId, State... states) {
		return Query.query(is(bookingId, states));
	}

	static Query unknown(String bookingId) {
		return Query.query(is(bookingId, State.RESERVED).and("known").is(false));
	}

	private static Criteria is(String bookingId, State... states) {
		return where("_id").is(bookingId).and("state").in((Object[]) states);
	}

}
