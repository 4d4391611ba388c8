package io.marquee.catalog.show.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.show.SaleWindow;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.show.VenueTime;
import io.marquee.catalog.show.Wish;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.web.Formats;
import io.marquee.platform.money.Money;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

/**
 * A show as the administration sends it. Its end follows from the movie.
 */
record ShowRequest(@NotBlank String movieId, @NotBlank String venueId, @NotBlank String screenId,
		@NotNull VenueTime startsAt, @Nullable @Size(max = 40) String language,
		@Nullable @Pattern(regexp = Formats.PATTERN, message = Formats.MESSAGE) String format,
		@NotEmpty Map<SeatCategory, @NotNull @Valid Price> prices, @Nullable VenueTime salesOpenAt,
		@Nullable VenueTime salesCloseAt, @Nullable @Pattern(regexp = "\\S{1,100}",
				message = "must be 1 to 100 characters without a space") String externalId) {

	private static final String DEFAULT_FORMAT = "2D";

	private static final String DEFAULT_CURRENCY = "INR";

	static ShowRequest of(Show show) {
		Map<SeatCategory, Price> prices = new EnumMap<>(SeatCategory.class);
		show.prices().forEach((category, price) -> prices.put(category, new Price(price.amount(), price.currency())));
		SaleWindow sale = Objects.requireNonNullElse(show.sale(), new SaleWindow(null, null));
		return new ShowRequest(show.film().movieId(), show.place().venueId(), show.place().screenId(),
				VenueTime.of(show.startsAt()), show.language(), show.format(), prices,
				(sale.opensAt() != null) ? VenueTime.of(sale.opensAt()) : null,
				(sale.closesAt() != null) ? VenueTime.of(sale.closesAt()) : null, show.externalId());
	}

	Wish wish() {
		Map<SeatCategory, Money> money = new EnumMap<>(SeatCategory.class);
		List<FieldProblem> problems = new ArrayList<>();
		this.prices.forEach((category, price) -> {
			String currency = Objects.requireNonNullElse(price.currency(), DEFAULT_CURRENCY);
			if (Currency.getAvailableCurrencies()
				.stream()
				.anyMatch((known) -> known.getCurrencyCode().equals(currency))) {
				money.put(category, new Money(price.amount(), currency));
			}
			else {
				problems.add(new FieldProblem("prices." + category + ".currency", "must be an ISO 4217 code"));
			}
		});
		if (!problems.isEmpty()) {
			throw ApiException.invalid(problems);
		}
		return new Wish(this.movieId, this.venueId, this.screenId, this.startsAt, this.language,
				Objects.requireNonNullElse(this.format, DEFAULT_FORMAT), money, this.salesOpenAt, this.salesCloseAt,
				this.externalId);
	}

	/**
	 * What a seat costs.
	 */
	record Price(@NotNull @DecimalMin("0.01") @Digits(integer = 7, fraction = 2) BigDecimal amount,
			@Nullable String currency) {

	}

}
