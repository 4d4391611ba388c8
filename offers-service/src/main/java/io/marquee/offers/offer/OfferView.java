package io.marquee.offers.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is shown. The last three are for administrators: how much of an offer is
 * left is the business of the house.
 */
public record OfferView(String id, String code, String title, String description, OfferCategory category,
		Discount.Type type, BigDecimal value, String currency, @Nullable Money minimumOrder,
		@Nullable Money maximumDiscount, Instant validFrom, Instant validUntil, Set<String> movies, Set<String> venues,
		Set<String> cities, boolean firstBookingOnly, @Nullable Integer perUserLimit, Instant createdAt,
		Instant updatedAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer totalLimit,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer usedCount,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean active) {

	/**
	 * What everyone sees of an offer.
	 * @param offer the offer
	 * @return the view
	 */
	public static OfferView forPublic(Offer offer) {
		return of(offer, null, null, null);
	}

	/**
	 * What an administrator sees of an offer.
	 * @param offer the offer
	 * @return the view
	 */
	public static OfferView forAdmin(Offer offer) {
		return of(offer, offer.totalLimit(), offer.usedCount(), offer.active());
	}

	private static OfferView of(Offer offer, @Nullable Integer totalLimit, @Nullable Integer usedCount,
			@Nullable Boolean active) {
		return new OfferView(offer.id(), offer.code(), offer.title(), offer.description(), offer.category(),
				offer.discount().type(), offer.discount().value(), offer.discount().currency(),
				offer.discount().minimumOrder(), offer.discount().maximumDiscount(), offer.validFrom(),
				offer.validUntil(), offer.reach().movies(), offer.reach().venues(), offer.reach().cities(),
				offer.reach().firstBookingOnly(), offer.perUserLimit(), offer.createdAt(), offer.updatedAt(),
				totalLimit, usedCount, active);
	}

}
