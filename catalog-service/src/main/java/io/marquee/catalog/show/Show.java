package io.marquee.catalog.show;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

import io.marquee.catalog.store.Aggregate;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.venue.SeatCategory;
import io.marquee.catalog.venue.SeatLayout;
import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.money.Money;

/**
 * A show as it is stored.
 *
 * @param id the id
 * @param version counts the changes
 * @param film what is kept of the movie
 * @param place what is kept of the venue and screen
 * @param startsAt when it begins
 * @param endsAt when the film is over
 * @param localDate the day it begins on at the venue, such as {@code 2026-11-22}
 * @param language the language it is shown in
 * @param languageKey the language as it is compared
 * @param format 2D, 3D, IMAX, …
 * @param prices the price of a seat of each category
 * @param layout the seat layout as it was when the show was scheduled; absent in lists
 * @param seatsTotal how many seats the layout has
 * @param status the stored status, see {@link #statusAt}
 * @param cancelReason why it was cancelled
 * @param slots when it keeps its screen busy, see {@link Slots}; absent unless scheduled
 * @param sale when its seats are sold, if it says so itself
 * @param suspended why its sale rests; absent if it does not
 * @param externalId what it is called elsewhere, where it was imported from; of one show
 * only
 * @param seatsTaken seats held or sold, as far as the booking events tell
 * @param createdAt when it was added
 * @param updatedAt when it was last changed
 * @param outbox events that have not left yet; absent when read
 */
@Document("shows")
public record Show(@Id String id, long version, Film film, Place place, Instant startsAt, Instant endsAt,
		String localDate, String language, String languageKey, String format, Map<SeatCategory, Money> prices,
		@Nullable List<String> layout, int seatsTotal, ShowStatus status, @Nullable String cancelReason,
		@Nullable List<String> slots, @Nullable SaleWindow sale, @Nullable Set<Suspension> suspended,
		@Nullable String externalId, int seatsTaken, Instant createdAt, Instant updatedAt,
		@Nullable List<OutboxEntry> outbox) implements Aggregate<Show> {

	/**
	 * A new show.
	 * @param id its id
	 * @param plan what is shown where and when
	 * @param cleaning how long the screen is closed afterwards
	 * @param now the time
	 * @return the show, scheduled
	 */
	public static Show schedule(String id, Plan plan, Duration cleaning, Instant now) {
		return of(id, 0, plan, cleaning, null, 0, now, now);
	}

	/**
	 * The status at a moment: nobody has to say that a show is over.
	 * @param now the moment
	 * @return the status
	 */
	public ShowStatus statusAt(Instant now) {
		return (this.status == ShowStatus.SCHEDULED && !this.endsAt.isAfter(now)) ? ShowStatus.COMPLETED : this.status;
	}

	/**
	 * Why its sale rests.
	 * @return the reasons; none if it does not rest
	 */
	public Set<Suspension> suspensions() {
		return (this.suspended != null) ? this.suspended : Set.of();
	}

	/**
	 * From when on its seats are sold.
	 * @return the moment; null if from the beginning
	 */
	public @Nullable Instant salesOpenAt() {
		return (this.sale != null) ? this.sale.opensAt() : null;
	}

	/**
	 * Until when its seats are sold, as it says itself.
	 * @return the moment; null if the venue's terms say it
	 */
	public @Nullable Instant salesCloseAt() {
		return (this.sale != null) ? this.sale.closesAt() : null;
	}

	/**
	 * Until when its seats are sold.
	 * @param cutOffMinutes how long before the start the venue's sales end
	 * @return the moment: what it says itself, or else the venue's terms
	 */
	public Instant salesEndAt(int cutOffMinutes) {
		Instant own = salesCloseAt();
		return (own != null) ? own : this.startsAt.minus(Duration.ofMinutes(cutOffMinutes));
	}

	/**
	 * Whether it is offered to the public until it begins.
	 * @return whether it will take place and its sale does not rest
	 */
	public boolean onOffer() {
		return this.status == ShowStatus.SCHEDULED && (this.suspended == null || this.suspended.isEmpty());
	}

	/**
	 * Whether seats are sold at a moment, if there are any left.
	 * @param now the moment
	 * @return whether it is on offer and its window of sale is open
	 */
	public boolean onSaleAt(Instant now) {
		return onOffer() && now.isBefore(salesEndAt(Objects.requireNonNullElse(this.place.bookingCutOffMinutes(), 0)))
				&& (this.sale == null || this.sale.hasOpenedAt(now));
	}

	/**
	 * How many seats can still be had.
	 * @return the count
	 */
	public int seatsLeft() {
		return Math.max(0, this.seatsTotal - this.seatsTaken);
	}

	/**
	 * The lowest price.
	 * @return the price
	 */
	public Money cheapest() {
		return Collections.min(this.prices.values());
	}

	/**
	 * The highest price.
	 * @return the price
	 */
	public Money dearest() {
		return Collections.max(this.prices.values());
	}

	/**
	 * The seats.
	 * @return the layout
	 */
	public SeatLayout seatLayout() {
		return SeatLayout.parse(Objects.requireNonNull(this.layout, "this show was read without its layout"));
	}

	Show replanned(Plan plan, Duration cleaning, Instant now) {
		return of(this.id, this.version + 1, plan, cleaning, this.suspended, this.seatsTaken, this.createdAt, now);
	}

	Show seated(SeatLayout seats, Instant now) {
		return new Show(this.id, this.version + 1, this.film, this.place, this.startsAt, this.endsAt, this.localDate,
				this.language, this.languageKey, this.format, this.prices, seats.text(), seats.seats().size(),
				this.status, this.cancelReason, this.slots, this.sale, this.suspended, this.externalId, this.seatsTaken,
				this.createdAt, now, null);
	}

	/**
	 * With what is now known of its movie and venue. The moment at which it begins stays,
	 * for tickets name it; what the clocks at the venue show then may be another day.
	 */
	Show current(Film film, Place place, Set<Suspension> suspended, Instant now) {
		if (film.equals(this.film) && place.equals(this.place) && suspended.equals(suspensions())) {
			return this;
		}
		return new Show(this.id, this.version + 1, film, place, this.startsAt, this.endsAt,
				LocalDays.of(this.startsAt, place.zone()).toString(), this.language, this.languageKey, this.format,
				this.prices, this.layout, this.seatsTotal, this.status, this.cancelReason, this.slots, this.sale,
				suspended.isEmpty() ? null : suspended, this.externalId, this.seatsTaken, this.createdAt, now, null);
	}

	/** A show that is over or off no longer keeps its screen busy. */
	Show in(ShowStatus changed, @Nullable String reason, Instant now) {
		return new Show(this.id, this.version + 1, this.film, this.place, this.startsAt, this.endsAt, this.localDate,
				this.language, this.languageKey, this.format, this.prices, this.layout, this.seatsTotal, changed,
				reason, null, this.sale, this.suspended, this.externalId, this.seatsTaken, this.createdAt, now, null);
	}

	/** One that was removed gives its external id to another. */
	Show nameless(Instant now) {
		return new Show(this.id, this.version + 1, this.film, this.place, this.startsAt, this.endsAt, this.localDate,
				this.language, this.languageKey, this.format, this.prices, this.layout, this.seatsTotal, this.status,
				this.cancelReason, null, this.sale, this.suspended, null, this.seatsTaken, this.createdAt, now, null);
	}

	@Override
	public Show withOutbox(List<OutboxEntry> entries) {
		return new Show(this.id, this.version, this.film, this.place, this.startsAt, this.endsAt, this.localDate,
				this.language, this.languageKey, this.format, this.prices, this.layout, this.seatsTotal, this.status,
				this.cancelReason, this.slots, this.sale, this.suspended, this.externalId, this.seatsTaken,
				this.createdAt, this.updatedAt, entries);
	}

	private static Show of(String id, long version, Plan plan, Duration cleaning, @Nullable Set<Suspension> suspended,
			int taken, Instant created, Instant updated) {
		Instant ends = plan.startsAt().plus(Duration.ofMinutes(plan.film().durationMinutes()));
		return new Show(id, version, plan.film(), plan.place(), plan.startsAt(), ends,
				LocalDays.of(plan.startsAt(), plan.place().zone()).toString(), plan.language(),
				Keys.of(plan.language()), plan.format(), plan.prices(), plan.layout().text(),
				plan.layout().seats().size(), ShowStatus.SCHEDULED, null,
				Slots.of(plan.place().screenId(), plan.startsAt(), ends.plus(cleaning)), plan.sale(), suspended,
				plan.externalId(), taken, created, updated, null);
	}

	/**
	 * What is shown where and when.
	 *
	 * @param film what
	 * @param place where
	 * @param startsAt when
	 * @param language in which language
	 * @param format in which format
	 * @param prices the price of a seat of each category
	 * @param layout the seats
	 * @param sale when seats are sold, if that is said
	 * @param externalId what it is called where it comes from
	 */
	public record Plan(Film film, Place place, Instant startsAt, String language, String format,
			Map<SeatCategory, Money> prices, SeatLayout layout, @Nullable SaleWindow sale,
			@Nullable String externalId) {

	}

}
