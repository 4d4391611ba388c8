/** MongoDB settings and index creation. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.mongo;
