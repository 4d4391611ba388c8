package io.marquee.offers.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.marquee.offers.listing.Draft;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * An offer as an administrator sends it.
 */
public record OfferDraft(@NotNull @Pattern(regexp = "[A-Z0-9]{3,24}") String code,
		@NotBlank @Size(max = 120) String title, @NotBlank @Size(max = 1000) String description,
		@NotNull OfferCategory category, @NotNull Discount.Type type,
		@NotNull @Positive @Digits(integer = 9, fraction = 2) BigDecimal value,
		@Nullable @Pattern(regexp = "[A-Z]{3}") String currency, @Nullable Money minimumOrder,
		@Nullable Money maximumDiscount, @NotNull Instant validFrom, @NotNull Instant validUntil,
		@Nullable @Positive Integer totalLimit, @Nullable @Positive Integer perUserLimit,
		@Nullable @Size(max = 500) Set<String> movies, @Nullable @Size(max = 500) Set<String> venues,
		@Nullable @Size(max = 500) Set<String> cities, @Nullable Boolean firstBookingOnly,
		@Nullable Boolean active) implements Draft<Offer> {

	private static final String DEFAULT_CURRENCY = "INR";

	@Override
	public Offer toListing(String id, @Nullable Offer existing, Instant now) {
		refuseContradictions();
		return new Offer(id, (existing != null) ? existing.version() : null, this.code, this.title, this.description,
				this.category,
				new Discount(this.type, this.value, currencyOrDefault(), this.minimumOrder, this.maximumDiscount),
				new Reach(orEmpty(this.movies), orEmpty(this.venues), orEmpty(this.cities),
						Boolean.TRUE.equals(this.firstBookingOnly)),
				this.validFrom, this.validUntil, this.totalLimit, this.perUserLimit,
				(existing != null) ? existing.usedCount() : 0, !Boolean.FALSE.equals(this.active),
				(existing != null) ? existing.createdAt() : now, now);
	}

	private String currencyOrDefault() {
		return Objects.requireNonNullElse(this.currency, DEFAULT_CURRENCY);
	}

	private static Set<String> orEmpty(@Nullable Set<String> ids) {
		return (ids != null) ? Set.copyOf(ids) : Set.of();
	}

	private void refuseContradictions() {
		List<FieldProblem> problems = new ArrayList<>();
		if (!this.validUntil.isAfter(this.validFrom)) {
			problems.add(new FieldProblem("validUntil", "must be after validFrom"));
		}
		if (this.type == Discount.Type.PERCENTAGE && this.value.compareTo(BigDecimal.valueOf(100)) > 0) {
			problems.add(new FieldProblem("value", "must be at most 100 per cent"));
		}
		refuseUnfit("minimumOrder", this.minimumOrder, problems);
		refuseUnfit("maximumDiscount", this.maximumDiscount, problems);
		if (!problems.isEmpty()) {
			throw new ApiException(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", "The offer contradicts itself.",
					problems);
		}
	}

	private void refuseUnfit(String field, @Nullable Money money, List<FieldProblem> problems) {
		if (money == null) {
			return;
		}
		if (!money.currency().equals(currencyOrDefault())) {
			problems.add(new FieldProblem(field, "must be in " + currencyOrDefault()));
		}
		if (money.isNegative()) {
			problems.add(new FieldProblem(field, "must not be negative"));
		}
	}

}
