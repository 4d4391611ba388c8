package io.marquee.catalog.demo;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import io.marquee.catalog.venue.SeatCategory;
import io.marquee.platform.money.Money;

/**
 * What a seat costs: by city, category, format and time of the day and week, to the next
 * ten rupees.
 */
final class DemoPrices {

	private static final int NOON = 12;

	private static final int EVENING = 17;

	private DemoPrices() {
	}

	static Map<SeatCategory, Money> of(int regularPrice, String format, LocalDateTime start,
			Set<SeatCategory> categories) {
		double regular = (regularPrice + surcharge(format)) * demand(start);
		Map<SeatCategory, Money> prices = new EnumMap<>(SeatCategory.class);
		for (SeatCategory category : categories) {
			long rupees = Math.round(regular * factor(category) / 10) * 10;
			prices.put(category, Money.of(rupees + ".00", "INR"));
		}
		return prices;
	}

	private static int surcharge(String format) {
		return switch (format) {
			case "IMAX" -> 180;
			case "3D" -> 60;
			default -> 0;
		};
	}

	private static double demand(LocalDateTime start) {
		double time = (start.getHour() < NOON) ? 0.75 : (start.getHour() < EVENING) ? 1 : 1.2;
		DayOfWeek day = start.getDayOfWeek();
		return (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) ? time * 1.1 : time;
	}

	private static double factor(SeatCategory category) {
		return switch (category) {
			case REGULAR, WHEELCHAIR -> 1;
			case PREMIUM -> 1.4;
			case VIP -> 2.2;
		};
	}

}
