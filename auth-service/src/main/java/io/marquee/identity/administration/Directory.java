package io.marquee.identity.administration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.marquee.identity.account.Account;
import io.marquee.identity.account.SearchTerms;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The accounts as a list to search.
 */
@Repository
class Directory {

	/** What is left of a closed account is none. */
	private static final Criteria NOT_CLOSED = where("closedAt").isNull();

	private final MongoOperations mongo;

	Directory(MongoOperations mongo) {
		this.mongo = mongo;
	}

	PageView<Account> find(UserSearch search, Paging paging) {
		Query wanted = queryOf(search);
		long total = this.mongo.count(wanted, Account.class);
		List<Account> page = this.mongo.find(
				wanted.with(paging.sort().and(Sort.by("_id"))).skip(paging.skip()).limit(paging.limit()),
				Account.class);
		return PageView.of(page, paging, total);
	}

	/**
	 * Finds the admins who are not blocked, as far as accounts know.
	 */
	List<String> unblockedAdmins() {
		return ids(query(where("roles").is("admin").and("blocked").is(false)));
	}

	long count() {
		return this.mongo.count(query(NOT_CLOSED), Account.class);
	}

	Set<String> known(Collection<String> ids) {
		return new HashSet<>(ids(query(where("_id").in(ids))));
	}

	/**
	 * Finds accounts from before they could be searched for.
	 */
	List<Account> withoutTerms(int limit) {
		return this.mongo.find(query(where("terms").isNull().and("closedAt").isNull()).limit(limit), Account.class);
	}

	private List<String> ids(Query query) {
		query.fields().include("_id");
		return this.mongo.find(query, org.bson.Document.class, Account.COLLECTION)
			.stream()
			.map((account) -> account.getString("_id"))
			.toList();
	}

	private static Query queryOf(UserSearch search) {
		List<Criteria> criteria = new ArrayList<>(List.of(NOT_CLOSED));
		if (search.text() != null) {
			// Anchored and without options, so that an index serves it.
			SearchTerms.wordsOf(search.text())
				.forEach((word) -> criteria.add(where("terms").regex("^" + Pattern.quote(word))));
		}
		if (search.blocked() != null) {
			criteria.add(where("blocked").is(search.blocked()));
		}
		if (search.role() != null) {
			criteria.add(where("roles").is(search.role()));
		}
		if (search.from() != null) {
			criteria.add(where("createdAt").gte(search.from()));
		}
		if (search.to() != null) {
			criteria.add(where("createdAt").lt(search.to()));
		}
		return query(new Criteria().andOperator(criteria));
	}

}
