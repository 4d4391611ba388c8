package io.marquee.offers.redemption;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.marquee.offers.offer.Offer;
import io.marquee.offers.redemption.Redemption.State;

import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * Writes into an offer how often it is redeemed, for the lists that are sorted by it.
 * Counted anew each time, so that nothing adds up wrongly; and not with every redemption,
 * so that a coupon everybody uses is counted once a second.
 */
@Component
class CountingUses {

	private final Set<String> changed = ConcurrentHashMap.newKeySet();

	private final MongoTemplate mongo;

	private final Redemptions redemptions;

	private final CouponNumbers numbers;

	CountingUses(MongoTemplate mongo, Redemptions redemptions, CouponNumbers numbers) {
		this.mongo = mongo;
		this.redemptions = redemptions;
		this.numbers = numbers;
	}

	void changed(String offerId) {
		this.changed.add(offerId);
	}

	@Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
	void countChanged() {
		this.changed.removeIf((offerId) -> {
			count(offerId);
			return true;
		});
	}

	/** What another replica knew and did not live to count. */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void countAll() {
		this.changed.addAll(this.numbers.offers());
	}

	private void count(String offerId) {
		int uses = Math.toIntExact(this.redemptions.count(offerId, State.REDEEMED));
		this.mongo.updateFirst(Query.query(where("_id").is(offerId).and("usedCount").ne(uses)),
				new Update().set("usedCount", uses), Offer.class);
	}

}
