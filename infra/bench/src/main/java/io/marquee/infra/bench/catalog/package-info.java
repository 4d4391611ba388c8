/**
 * The public reads of a large catalogue against those of a small one.
 */
@NullMarked
package io.marquee.infra.bench.catalog;

import org.jspecify.annotations.NullMarked;
