package io.marquee.offers.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import io.marquee.platform.money.Money;

/**
 * Offers and purchases in the words of the house.
 */
public final class OfferFixture {

	public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private OfferFixture() {
	}

	public static Money rupees(String amount) {
		return Money.of(amount, "INR");
	}

	public static Discount percentage(String value) {
		return new Discount(Discount.Type.PERCENTAGE, new BigDecimal(value), "INR", null, null);
	}

	public static Discount percentageUpTo(String value, String cap) {
		return new Discount(Discount.Type.PERCENTAGE, new BigDecimal(value), "INR", null, rupees(cap));
	}

	public static Discount flat(String value) {
		return new Discount(Discount.Type.FLAT, new BigDecimal(value), "INR", null, null);
	}

	public static Discount flatFrom(String value, String minimumOrder) {
		return new Discount(Discount.Type.FLAT, new BigDecimal(value), "INR", rupees(minimumOrder), null);
	}

	/** Half off cinema tickets, everywhere, today. */
	public static OfferBuilder halfPrice() {
		return new OfferBuilder();
	}

	public static Purchase ticketsFor(String amount) {
		return new Purchase(rupees(amount), new Purchase.Tickets("movie-1", "venue-1", "Mumbai"));
	}

	/** The same offer with another limit. */
	public static Offer limited(Offer offer, int limit) {
		return new Offer(offer.id(), offer.version(), offer.code(), offer.title(), offer.description(),
				offer.category(), offer.discount(), offer.reach(), offer.validFrom(), offer.validUntil(), limit,
				offer.perUserLimit(), offer.usedCount(), offer.active(), offer.createdAt(), offer.updatedAt());
	}

	/** Changes one thing about the half-price offer. */
	public static final class OfferBuilder {

		private String code = "HALF";

		private OfferCategory category = OfferCategory.MOVIE;

		private Discount discount = percentage("50");

		private Reach reach = new Reach(Set.of(), Set.of(), Set.of(), false);

		private Instant validFrom = NOW.minus(1, ChronoUnit.DAYS);

		private Instant validUntil = NOW.plus(1, ChronoUnit.DAYS);

		private Integer totalLimit;

		private Integer perUserLimit;

		private int usedCount;

		private boolean active = true;

		public OfferBuilder code(String code) {
			this.code = code;
			return this;
		}

		public OfferBuilder category(OfferCategory category) {
			this.category = category;
			return this;
		}

		public OfferBuilder giving(Discount discount) {
			this.discount = discount;
			return this;
		}

		public OfferBuilder onlyFor(Set<String> movies, Set<String> venues, Set<String> cities) {
			this.reach = new Reach(movies, venues, cities, false);
			return this;
		}

		public OfferBuilder between(Instant from, Instant until) {
			this.validFrom = from;
			this.validUntil = until;
			return this;
		}

		public OfferBuilder used(int times, int of) {
			this.usedCount = times;
			this.totalLimit = of;
			return this;
		}

		public OfferBuilder limited(Integer inAll, Integer perUser) {
			this.totalLimit = inAll;
			this.perUserLimit = perUser;
			return this;
		}

		public OfferBuilder forFirstBookings() {
			this.reach = new Reach(Set.of(), Set.of(), Set.of(), true);
			return this;
		}

		public OfferBuilder switchedOff() {
			this.active = false;
			return this;
		}

		public Offer build() {
			return new Offer("offer-" + this.code, null, this.code, "Title", "Description", this.category,
					this.discount, this.reach, this.validFrom, this.validUntil, this.totalLimit, this.perUserLimit,
					this.usedCount, this.active, NOW, NOW);
		}

	}

}
