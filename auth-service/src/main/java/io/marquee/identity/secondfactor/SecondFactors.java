package io.marquee.identity.secondfactor;

import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

/**
 * The second factors, by user. Whatever may be used once is used up by a conditional
 * update: of many requests with the same code one wins.
 */
@Repository
public class SecondFactors {

	static final String COLLECTION = "secondFactors";

	private final MongoOperations mongo;

	SecondFactors(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Removes all that is kept of somebody's second factor; their log-ins no longer ask
	 * for one.
	 * @param userId whose
	 */
	public void forget(String userId) {
		this.mongo.remove(query(where("_id").is(userId)), SecondFactor.class);
	}

	SecondFactor of(String userId) {
		return Optional.ofNullable(this.mongo.findById(userId, SecondFactor.class))
			.orElseGet(() -> SecondFactor.none(userId));
	}

	boolean turnOnEmail(String userId) {
		ensure(userId);
		return change(query(where("_id").is(userId).and("email").is(false)), new Update().set("email", true));
	}

	boolean setUp(String userId, SecondFactor.PendingApp app) {
		ensure(userId);
		return change(query(where("_id").is(userId).and("totp").exists(false)), new Update().set("pending", app));
	}

	/**
	 * Makes the app that is being set up the one that counts.
	 * @param userId whose
	 * @param app what is being set up
	 * @param step the time step of the code that proved it
	 * @param recoveryCodes keyed hashes of the codes that come with it
	 * @return whether it was still being set up
	 */
	boolean turnOnApp(String userId, SecondFactor.PendingApp app, long step, List<String> recoveryCodes) {
		return change(query(where("_id").is(userId).and("pending.secret").is(app.secret())),
				new Update().set("totp", new SecondFactor.App(app.secret(), step))
					.set("recoveryCodes", recoveryCodes)
					.unset("pending"));
	}

	/**
	 * Uses up a code of the app's, and those before it.
	 * @param userId whose
	 * @param app the app as it was read
	 * @param step the code's time step
	 * @param secret the app's secret, maybe sealed anew
	 * @return whether neither it nor a later one had been used
	 */
	boolean useStep(String userId, SecondFactor.App app, long step, String secret) {
		return change(query(where("_id").is(userId).and("totp.secret").is(app.secret()).and("totp.lastStep").lt(step)),
				new Update().set("totp", new SecondFactor.App(secret, step)));
	}

	/**
	 * Uses up a recovery code.
	 * @param userId whose
	 * @param hashes the hashes that it may be kept as
	 * @return whether it was there
	 */
	boolean useRecoveryCode(String userId, List<String> hashes) {
		return change(query(where("_id").is(userId).and("recoveryCodes").in(hashes)),
				new Update().pullAll("recoveryCodes", hashes.toArray()));
	}

	private void ensure(String userId) {
		try {
			this.mongo.insert(SecondFactor.none(userId));
		}
		catch (DuplicateKeyException ex) {
			// There is one already.
		}
	}

	private boolean change(Query which, Update how) {
		return this.mongo.updateFirst(which, how, SecondFactor.class).getModifiedCount() == 1;
	}

}
