package io.marquee.admin.trail;

import java.util.ArrayList;
import java.util.List;

import io.marquee.platform.mongo.CollectionIndexes;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;

/**
 * All entries of the audit trail. Neither a page nor its total costs more when there are
 * more of them: both end at {@link #DEEPEST}.
 */
@Repository
public class Trail {

	/** As far as pages go, and totals are counted. */
	private static final int DEEPEST = 10_000;

	private static final Sort NEWEST_FIRST = Sort.by(Direction.DESC, "_id");

	private final MongoTemplate mongo;

	Trail(MongoTemplate mongo) {
		this.mongo = mongo;
	}

	/**
	 * Adds an entry; one that is there already stays as it is.
	 * @param recorded what was recorded
	 */
	public void add(Recorded recorded) {
		List<String> about = new ArrayList<>(recorded.target().values());
		about.addAll(recorded.affected());
		try {
			this.mongo.insert(new Entry(recorded.id(), about, recorded));
		}
		catch (DuplicateKeyException ex) {
			// The event came before.
		}
	}

	/**
	 * A page of the trail.
	 * @param search which entries
	 * @param after only those after the one with this id, or null for all
	 * @param oldestFirst in which order they were begun
	 * @param paging which page
	 * @return the page; its total counts what comes before as well, up to 10,000
	 * @throws ApiException 400 {@code PAGE_TOO_DEEP} beyond entry 10,000
	 */
	public PageView<Recorded> find(TrailSearch search, @Nullable String after, boolean oldestFirst, Paging paging) {
		if (paging.skip() + paging.limit() > DEEPEST && count(search.criteria()) >= DEEPEST) {
			throw new ApiException(HttpStatus.BAD_REQUEST, "PAGE_TOO_DEEP",
					"Pages go as far as item " + DEEPEST + "; narrow the list down by a filter, or go on with 'after'",
					List.of(new FieldProblem("page", "must not go beyond item " + DEEPEST)));
		}
		List<Recorded> items = this.mongo
			.find(Query.query(search.criteria(after, oldestFirst))
				.with(oldestFirst ? NEWEST_FIRST.reverse() : NEWEST_FIRST)
				.skip(paging.skip())
				.limit(paging.limit()), Entry.class)
			.stream()
			.map(Entry::recorded)
			.toList();
		return PageView.of(items, paging, count(search.criteria()));
	}

	private long count(Criteria criteria) {
		// Known without counting, and not to be had with a limit.
		return criteria.getCriteriaObject().isEmpty() ? this.mongo.estimatedCount(Entry.class)
				: this.mongo.count(Query.query(criteria).limit(DEEPEST), Entry.class);
	}

	/**
	 * An entry as it is kept.
	 *
	 * @param about the ids of everything it is about
	 */
	@Document("auditEntries")
	record Entry(@Id String id, List<String> about, Recorded recorded) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Indexes {

		@Bean
		CollectionIndexes auditEntryIndexes() {
			return CollectionIndexes.of("auditEntries", by("recorded.actor._id"), by("recorded.action"),
					by("recorded.service"), by("recorded.outcome.result"), by("about"));
		}

		private static Index by(String field) {
			return new Index(field, Direction.ASC).on("_id", Direction.ASC).named(field);
		}

	}

}
