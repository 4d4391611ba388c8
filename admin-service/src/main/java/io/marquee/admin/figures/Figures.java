package io.marquee.admin.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.marquee.platform.mongo.CollectionIndexes;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/**
 * The figures of each business day, reckoned from the facts when someone looks and kept
 * until the day changes. A day knows how often it has changed and up to which change it
 * was counted, so an event that comes twice costs a count and no figure, and a crash
 * between fact and day is mended by the event coming again.
 */
@Service
public class Figures {

	private final BookingFacts facts;

	private final MongoTemplate mongo;

	private final BusinessSettings business;

	Figures(BookingFacts facts, MongoTemplate mongo, BusinessSettings business) {
		this.facts = facts;
		this.mongo = mongo;
		this.business = business;
	}

	/**
	 * Counts an event of a booking, if it is of a type that counts.
	 * @param eventType the event's type
	 * @param event the event
	 */
	public void count(String eventType, BookingEvent event) {
		Milestone.of(eventType).ifPresent((milestone) -> {
			String day = this.business.day(event.occurredAt()).toString();
			this.facts.note(milestone, day, event).days().forEach(this::changed);
		});
	}

	/**
	 * The figures of some days.
	 * @param first the first day
	 * @param last the last day
	 * @return the figures of every day, oldest first
	 */
	public List<DayFigures> between(LocalDate first, LocalDate last) {
		List<String> days = first.datesUntil(last.plusDays(1)).map(LocalDate::toString).toList();
		Map<String, Day> known = this.mongo.find(Query.query(Criteria.where("_id").in(days)), Day.class)
			.stream()
			.collect(Collectors.toMap(Day::id, Function.identity()));
		return days.stream().map((day) -> figures(day, known.get(day))).toList();
	}

	private void changed(String day) {
		this.mongo.upsert(Query.query(Criteria.where("_id").is(day)), new Update().inc("changes", 1), Day.class);
	}

	private DayFigures figures(String day, @Nullable Day known) {
		if (known == null) {
			return DayFigures.none(day, this.business.currency());
		}
		if (known.figures() != null && Objects.equals(known.counted(), known.changes())) {
			return known.figures();
		}
		// A change while this counts leaves the day's counter ahead, and it is counted
		// again.
		DayFigures figures = this.facts.count(day);
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(day)),
				new Update().set("figures", figures).set("counted", known.changes()), Day.class);
		return figures;
	}

	/**
	 * A day, how often it has changed, and its figures as of one of these changes.
	 */
	@Document("dayFigures")
	record Day(@Id String id, long changes, @Nullable Long counted, @Nullable DayFigures figures) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Indexes {

		@Bean
		CollectionIndexes bookingFactIndexes() {
			return CollectionIndexes.of("bookingFacts", new Index("heldDay", Direction.ASC),
					new Index("confirmedDay", Direction.ASC), new Index("cancelledDay", Direction.ASC));
		}

	}

}
