package io.marquee.identity.administration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The one set of admins.
 */
@Repository
class AdminSets {

	private final MongoOperations mongo;

	AdminSets(MongoOperations mongo) {
		this.mongo = mongo;
	}

	AdminSet get() {
		AdminSet known = this.mongo.findById(AdminSet.ID, AdminSet.class);
		if (known != null) {
			return known;
		}
		try {
			return this.mongo.insert(AdminSet.empty());
		}
		catch (DuplicateKeyException ex) {
			return Objects.requireNonNull(this.mongo.findById(AdminSet.ID, AdminSet.class));
		}
	}

	/**
	 * Takes somebody out, if they are in.
	 * @param upToDate whether who is not in is surely no admin; otherwise somebody must
	 * be in
	 * @return false if nobody would remain; nothing has changed then
	 */
	boolean leave(AdminSet.Leaving leaving, boolean upToDate) {
		Criteria onlyMember = where("members").is(leaving.userId()).and("members.1").exists(true);
		Criteria noMember = where("members").ne(leaving.userId());
		if (!upToDate) {
			noMember.and("members.0").exists(true);
		}
		return this.mongo
			.updateFirst(query(where("_id").is(AdminSet.ID).orOperator(onlyMember, noMember)),
					new Update().pull("members", leaving.userId()).push("leaving", leaving).inc("version", 1),
					AdminSet.class)
			.getMatchedCount() == 1;
	}

	void left(AdminSet.Leaving leaving) {
		this.mongo.updateFirst(query(where("_id").is(AdminSet.ID)),
				new Update().pull("leaving", query(where("_id").is(leaving.id()))), AdminSet.class);
	}

	/**
	 * Sets the members, unless somebody left since they were looked up.
	 * @return whether it did
	 */
	boolean replace(AdminSet looked, List<String> members, Instant forgotten) {
		return this.mongo.updateFirst(query(where("_id").is(AdminSet.ID).and("version").is(looked.version())),
				new Update().set("members", members).pull("leaving", query(where("at").lt(forgotten))), AdminSet.class)
			.getMatchedCount() == 1;
	}

}
