package io.marquee.identity.session;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Sessions that must end, written down before the reason for it is made.
 *
 * @param id any
 * @param userId whose sessions
 * @param spared the session that goes on, if one does
 * @param dueAt when somebody else ends them, should whoever wrote this have died
 */
@Document(DueEndings.COLLECTION)
record DueEnding(@Id String id, String userId, @Nullable String spared, Instant dueAt) {

}
