package io.marquee.offers.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import io.marquee.offers.listing.Draft;
import io.marquee.offers.listing.Listed;
import io.marquee.offers.offer.OfferDraft;
import io.marquee.offers.offer.Offers;
import io.marquee.offers.ott.OttProfile;
import io.marquee.offers.ott.OttTitles;
import io.marquee.offers.restaurant.RestaurantProfile;
import io.marquee.offers.restaurant.Restaurants;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.stereotype.Component;

/**
 * Loads what is not there yet. Ids are fixed, so two replicas or two starts leave one of
 * each, and what an administrator has changed since stays changed.
 */
@Component
@ConditionalOnBooleanProperty("marquee.offers.demo")
class DemoData implements ApplicationRunner {

	private static final Log log = LogFactory.getLog(DemoData.class);

	private static final Duration OFFERS_RUN_FOR = Duration.ofDays(365);

	private final Offers offers;

	private final Restaurants restaurants;

	private final OttTitles titles;

	private final JsonMapper json;

	private final Clock clock;

	DemoData(Offers offers, Restaurants restaurants, OttTitles titles, JsonMapper json, Clock clock) {
		this.offers = offers;
		this.restaurants = restaurants;
		this.titles = titles;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments args) throws IOException {
		int loaded = load("offers", OfferDraft.class, this.offers, this::running)
				+ load("restaurants", RestaurantProfile.class, this.restaurants, UnaryOperator.identity())
				+ load("ott", OttProfile.class, this.titles, UnaryOperator.identity());
		log.info("Demo data: " + loaded + " listings loaded, the others were there");
	}

	private <T extends Listed<T>, D extends Draft<T>> int load(String file, Class<D> type,
			MongoRepository<T, String> listings, UnaryOperator<ObjectNode> complete) throws IOException {
		Instant now = this.clock.instant();
		int loaded = 0;
		try (InputStream in = new ClassPathResource("demo/" + file + ".json").getInputStream()) {
			for (JsonNode node : this.json.readTree(in)) {
				String id = node.required("id").asString();
				if (!listings.existsById(id)) {
					ObjectNode draft = complete.apply((ObjectNode) node);
					loaded += insert(listings, this.json.treeToValue(draft, type).toListing(id, null, now));
				}
			}
		}
		return loaded;
	}

	private ObjectNode running(ObjectNode offer) {
		Instant now = this.clock.instant();
		return offer.put("validFrom", now.toString()).put("validUntil", now.plus(OFFERS_RUN_FOR).toString());
	}

	private static <T extends Listed<T>> int insert(MongoRepository<T, String> listings, T listing) {
		try {
			listings.insert(listing);
			return 1;
		}
		catch (DuplicateKeyException ex) {
			// Another replica was quicker, or the coupon's code is taken.
			return 0;
		}
	}

}
