package io.marquee.identity.administration;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who can act as an admin, in one document so that one update can judge whether somebody
 * may cease to.
 *
 * @param id always {@value #ID}
 * @param members ids of admins; all of them can act as such, though not all who can need
 * be here
 * @param leaving who is about to cease being one
 * @param version counts those who left
 */
@Document("admins")
record AdminSet(@Id String id, List<String> members, List<Leaving> leaving, long version) {

	static final String ID = "active";

	static AdminSet empty() {
		return new AdminSet(ID, List.of(), List.of(), 0);
	}

	/**
	 * Somebody who is about to cease being an admin.
	 *
	 * @param id names the attempt
	 * @param userId who
	 * @param at since when
	 */
	record Leaving(String id, String userId, Instant at) {
	}

}
