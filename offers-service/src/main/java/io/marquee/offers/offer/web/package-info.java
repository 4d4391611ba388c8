/**
 * Offers over HTTP: public reads, the quote for other services, administration.
 */
@NullMarked
package io.marquee.offers.offer.web;

import org.jspecify.annotations.NullMarked;
