package io.marquee.offers.offer;

import java.time.Instant;

import io.marquee.offers.listing.Listed;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An offer with its coupon.
 *
 * @param id its id
 * @param version guards against two administrators saving over each other
 * @param code what the customer types, in upper case, unique
 * @param title its headline
 * @param description what it says below
 * @param category what it is for
 * @param discount what it takes off
 * @param reach where and for whom it holds
 * @param validFrom the first instant it is given
 * @param validUntil the first instant it is no longer given
 * @param totalLimit how often it can be redeemed in all
 * @param perUserLimit how often one customer can redeem it
 * @param usedCount how often it has been redeemed
 * @param active whether it is switched on
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
@Document("offers")
public record Offer(@Id String id, @Version @Nullable Long version, String code, String title, String description,
		OfferCategory category, Discount discount, Reach reach, Instant validFrom, Instant validUntil,
		@Nullable Integer totalLimit, @Nullable Integer perUserLimit, int usedCount, boolean active, Instant createdAt,
		Instant updatedAt) implements Listed<Offer> {

	boolean isUsedUp() {
		return this.totalLimit != null && this.usedCount >= this.totalLimit;
	}

	@Override
	public Offer toggled(Instant now) {
		return new Offer(this.id, this.version, this.code, this.title, this.description, this.category, this.discount,
				this.reach, this.validFrom, this.validUntil, this.totalLimit, this.perUserLimit, this.usedCount,
				!this.active, this.createdAt, now);
	}

}
