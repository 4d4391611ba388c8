/** Topics that every process reads for itself, without a consumer group. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.feed;
