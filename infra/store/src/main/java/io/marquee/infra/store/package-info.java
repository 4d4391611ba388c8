/**
 * A stand-in for MongoDB: the real wire protocol over documents kept in memory or on
 * disk, with indexes that are really used. Start reading at {@link MongoStore}.
 */
@org.jspecify.annotations.NullMarked
package io.marquee.infra.store;
