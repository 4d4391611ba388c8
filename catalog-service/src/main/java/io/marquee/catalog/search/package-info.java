/**
 * Lists are found, filtered, sorted and counted by a Lucene index in the memory of every
 * replica; what they show is read from the database.
 */
@NullMarked
package io.marquee.catalog.search;

import org.jspecify.annotations.NullMarked;
