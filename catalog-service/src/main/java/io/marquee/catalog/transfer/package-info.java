/**
 * Imports and exports: files of movies, venues and shows, whatever their kind. Each kind
 * says what its columns are and what a line of it comes to.
 */
@NullMarked
package io.marquee.catalog.transfer;

import org.jspecify.annotations.NullMarked;
