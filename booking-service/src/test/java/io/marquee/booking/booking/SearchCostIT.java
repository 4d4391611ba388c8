package io.marquee.booking.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.test.TestStore;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.query.Criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a page costs does not depend on how many bookings there are. By hand, it shows so
 * for a million: {@code -Dmarquee.search.bookings=1000000} with a heap of 5 GB.
 */
class SearchCostIT extends BookingIT {

	private static final int FEW = 1_000;

	private static final int MANY = Integer.getInteger("marquee.search.bookings", 20_000);

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final Duration STEP = Duration.ofSeconds(10);

	@Test
	void pagesCostTheSameAmongFewBookingsAndMany() {
		try (MongoClient client = MongoClients.create(TestStore.uri())) {
			BookingPages few = pages(client, "cost-few", FEW);
			BookingPages many = pages(client, "cost-many", MANY);
			Map<String, String> report = new TreeMap<>();
			searches().forEach((name, search) -> {
				long examinedFew = examined(client, "cost-few", search);
				long examinedMany = examined(client, "cost-many", search);
				report.put(name, examinedFew + " / " + examinedMany + time(few, search) + time(many, search));
				assertThat(examinedMany).as(name).isLessThanOrEqualTo(Math.max(examinedFew + 10, 100));
			});
			if (MANY > 20_000) {
				report.forEach((name, cost) -> System.out.println(name + ": " + cost));
			}
			totalsAndPagesEnd(many);
		}
	}

	private static void totalsAndPagesEnd(BookingPages many) {
		Criteria confirmed = searches().get("status").criteria();
		PageView<Booking> page = many.page(confirmed, confirmed, newestFirst(), paging(1));
		assertThat(page.items()).hasSize(10).allMatch((booking) -> booking.status() == BookingStatus.CONFIRMED);
		assertThat(page.totalItems()).isEqualTo(BookingPages.DEEPEST);
		assertThat(many.page(new Criteria(), new Criteria(), newestFirst(), paging(1)).totalItems()).isEqualTo(MANY);
		assertThat(many.page(confirmed, confirmed, newestFirst(), paging(1000)).items()).hasSize(10);
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> many.page(confirmed, confirmed, newestFirst(), paging(1001)))
			.matches((failure) -> failure.code().equals("PAGE_TOO_DEEP"));
	}

	private static Map<String, BookingSearch> searches() {
		Map<String, BookingSearch> searches = new TreeMap<>();
		List<BookingStatus> any = List.of();
		List<BookingStatus> confirmed = List.of(BookingStatus.CONFIRMED);
		List<BookingStatus> rare = List.of(BookingStatus.REVIEW);
		Instant from = START.plus(STEP.multipliedBy(FEW / 2));
		searches.put("all", search(null, null, null, null, any, null));
		searches.put("user", search("user-3", null, null, null, any, null));
		searches.put("user and status", search("user-3", null, null, null, rare, null));
		searches.put("show", search(null, "show-3", null, null, any, null));
		searches.put("show and status", search(null, "show-3", null, null, confirmed, null));
		searches.put("venue", search(null, null, "venue-3", null, any, null));
		searches.put("venue and status", search(null, null, "venue-3", null, confirmed, null));
		searches.put("venue and rare status", search(null, null, "venue-3", null, rare, null));
		searches.put("movie", search(null, null, null, "movie-3", any, null));
		searches.put("movie and status and time", search(null, null, null, "movie-3", confirmed, from));
		searches.put("status", search(null, null, null, null, confirmed, null));
		searches.put("several statuses",
				search(null, null, null, null, List.of(BookingStatus.REVIEW, BookingStatus.CANCELLED), null));
		searches.put("time", search(null, null, null, null, any, from));
		searches.put("venue and time", search(null, null, "venue-3", null, any, from));
		return searches;
	}

	private static BookingSearch search(String user, String show, String venue, String movie,
			List<BookingStatus> statuses, Instant from) {
		return new BookingSearch(user, show, venue, movie, null, statuses, from, null, null, null);
	}

	private static long examined(MongoClient client, String database, BookingSearch search) {
		return client.getDatabase(database)
			.getCollection(Bookings.COLLECTION)
			.find(search.criteria().getCriteriaObject())
			.sort(new Document("_id", -1))
			.limit(10)
			.explain(ExplainVerbosity.EXECUTION_STATS)
			.get("executionStats", Document.class)
			.get("totalDocsExamined", Number.class)
			.longValue();
	}

	/** For the reader of a run by hand; nothing is asserted of it. */
	private static String time(BookingPages pages, BookingSearch search) {
		long began = System.nanoTime();
		pages.page(search.criteria(), search.criteria(), newestFirst(), paging(1));
		return ", " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms";
	}

	private BookingPages pages(MongoClient client, String database, int size) {
		MongoTemplate template = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database),
				this.mongo.getConverter());
		MongoCollection<Document> bookings = template.getCollection(Bookings.COLLECTION);
		bookings.drop();
		new BookingStore().bookingIndexes()
			.entries()
			.forEach((entry) -> template.indexOps(Bookings.COLLECTION).createIndex(entry.index()));
		Document model = new Document();
		this.mongo.getConverter().write(BookingFixture.hold("A1"), model);
		List.of("claims", "occupies", "due").forEach(model::remove);
		List<Document> batch = new ArrayList<>();
		IntStream.range(0, size).forEach((i) -> {
			batch.add(booking(model, i, size));
			if (batch.size() == 1000 || i == size - 1) {
				bookings.insertMany(batch);
				batch.clear();
			}
		});
		return new BookingPages(template);
	}

	/**
	 * Twenty a user and a hundred a show, in twenty venues; one in a hundred is special.
	 */
	private static Document booking(Document model, int number, int size) {
		Instant at = START.plus(STEP.multipliedBy(number));
		Document booking = new Document(model);
		booking.put("_id", BookingId.next(at).value());
		booking.put("code", "C" + number);
		booking.put("userId", "user-" + number % (size / 20));
		booking.put("createdAt", Date.from(at));
		Document show = new Document(model.get("show", Document.class));
		show.put("_id", "show-" + number % (size / 100));
		show.put("venueId", "venue-" + number % 20);
		show.put("movieId", "movie-" + number % 50);
		booking.put("show", show);
		int share = (number / 100 + number) % 100;
		booking.put("status", ((share < 60) ? BookingStatus.CONFIRMED
				: (share < 94) ? BookingStatus.EXPIRED : (share < 99) ? BookingStatus.CANCELLED : BookingStatus.REVIEW)
			.name());
		return booking;
	}

	private static Sort newestFirst() {
		return Sort.by(Sort.Direction.DESC, "_id");
	}

	private static Paging paging(int page) {
		return new Paging(page, 10, Sort.unsorted());
	}

}
