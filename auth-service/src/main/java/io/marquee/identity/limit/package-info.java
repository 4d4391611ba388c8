/**
 * How often something may be tried: shared by all replicas through the database.
 */
@NullMarked
package io.marquee.identity.limit;

import org.jspecify.annotations.NullMarked;
