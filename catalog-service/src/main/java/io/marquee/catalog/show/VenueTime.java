package io.marquee.catalog.show;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A time as an admin writes it: with an offset it is a moment, without one the local time
 * of a venue that is not known yet.
 *
 * @param local the date and time
 * @param offset the offset from UTC, if one was written
 */
public record VenueTime(LocalDateTime local, @Nullable ZoneOffset offset) {

	private static final String EXPECTED = "must be the venue's local time, such as 2026-12-01T19:30,"
			+ " or a time with its offset, such as 2026-12-01T19:30:00+05:30";

	private static final int LAST_YEAR = 9999;

	private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.optionalStart()
		.appendOffsetId()
		.toFormatter()
		.withResolverStyle(ResolverStyle.STRICT);

	/**
	 * A moment, whatever the venue.
	 * @param moment the moment
	 * @return the time, in UTC
	 */
	public static VenueTime of(Instant moment) {
		return new VenueTime(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), ZoneOffset.UTC);
	}

	/**
	 * Reads a time.
	 * @param text such as {@code 2026-12-01T19:30} or {@code 2026-12-01T14:00:00Z}
	 * @return the time
	 * @throws IllegalArgumentException with a message for people if it is no time
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static VenueTime parse(String text) {
		try {
			TemporalAccessor parsed = FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
			VenueTime time = (parsed instanceof OffsetDateTime moment)
					? new VenueTime(moment.toLocalDateTime(), moment.getOffset())
					: new VenueTime(LocalDateTime.from(parsed), null);
			if (time.local.getYear() >= 0 && time.local.getYear() <= LAST_YEAR) {
				return time;
			}
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException(EXPECTED, ex);
		}
		throw new IllegalArgumentException(EXPECTED);
	}

	/**
	 * The moment meant. A local time that a clock shows twice, as when summer time ends,
	 * means the earlier one.
	 * @param zone the venue's zone
	 * @return the moment
	 * @throws IllegalArgumentException with a message for people if no clock there ever
	 * shows this time, as when summer time begins
	 */
	public Instant at(ZoneId zone) {
		if (this.offset != null) {
			return this.local.toInstant(this.offset);
		}
		ZoneRules rules = zone.getRules();
		List<ZoneOffset> offsets = rules.getValidOffsets(this.local);
		if (offsets.isEmpty()) {
			ZoneOffsetTransition skipped = rules.getTransition(this.local);
			throw new IllegalArgumentException("does not exist in " + zone + ": clocks skip from "
					+ skipped.getDateTimeBefore().toLocalTime() + " to " + skipped.getDateTimeAfter().toLocalTime()
					+ " that day; the next is " + skipped.getDateTimeAfter());
		}
		return this.local.toInstant(offsets.getFirst());
	}

	/**
	 * The time as it is written.
	 * @return the text
	 */
	@Override
	@JsonValue
	public String toString() {
		return (this.offset != null) ? this.local.atOffset(this.offset).toString() : this.local.toString();
	}

}
