package io.marquee.booking.booking;

import java.util.List;

import io.marquee.platform.events.OutboxSource;
import io.marquee.platform.mongo.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import org.springframework.data.mongodb.core.index.Index;

/** How bookings lie in the store. */
@Configuration(proxyBeanMethods = false)
class BookingStore {

	@Bean
	OutboxSource bookingEvents() {
		return new OutboxSource(Bookings.COLLECTION, "marquee.bookings.v1");
	}

	@Bean
	CollectionIndexes bookingIndexes() {
		return CollectionIndexes.of(Bookings.COLLECTION,
				new Index().on("claims", Direction.ASC).named("claims").unique().sparse(),
				new Index().on("code", Direction.ASC).named("code").unique(),
				// Where two fit a query, the first of them is the better one.
				new Index().on("userId", Direction.ASC).on("_id", Direction.ASC).named("owner_by_time"),
				new Index().on("userId", Direction.ASC).on("show.startsAt", Direction.ASC).named("owner_by_show"),
				new Index().on("show._id", Direction.ASC).on("_id", Direction.ASC).named("show"),
				new Index().on("show.venueId", Direction.ASC)
					.on("status", Direction.ASC)
					.on("_id", Direction.ASC)
					.named("venue"),
				new Index().on("show.movieId", Direction.ASC)
					.on("status", Direction.ASC)
					.on("_id", Direction.ASC)
					.named("movie"),
				new Index().on("status", Direction.ASC).on("_id", Direction.ASC).named("status"),
				new Index().on("occupies", Direction.ASC).named("occupies").sparse(),
				new Index().on("due", Direction.ASC).named("due").sparse());
	}

	@Bean
	MongoCustomConversions idsAsStrings() {
		return MongoCustomConversions.create((adapter) -> adapter.bigDecimal(BigDecimalRepresentation.DECIMAL128)
			.registerConverters(
					List.of(IdWriter.INSTANCE, IdReader.INSTANCE, CodeWriter.INSTANCE, CodeReader.INSTANCE)));
	}

	@WritingConverter
	private enum IdWriter implements Converter<BookingId, String> {

		INSTANCE;

		@Override
		public String convert(BookingId id) {
			return id.value();
		}

	}

	@ReadingConverter
	private enum IdReader implements Converter<String, BookingId> {

		INSTANCE;

		@Override
		public BookingId convert(String value) {
			return new BookingId(value);
		}

	}

	@WritingConverter
	private enum CodeWriter implements Converter<BookingCode, String> {

		INSTANCE;

		@Override
		public String convert(BookingCode code) {
			return code.value();
		}

	}

	@ReadingConverter
	private enum CodeReader implements Converter<String, BookingCode> {

		INSTANCE;

		@Override
		public BookingCode convert(String value) {
			return new BookingCode(value);
		}

	}

}
