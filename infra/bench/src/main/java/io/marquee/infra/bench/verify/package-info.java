/**
 * Says afterwards whether every answer was true: from the database, the payment
 * provider's record, the events and the clients' own histories.
 */
@NullMarked
package io.marquee.infra.bench.verify;

import org.jspecify.annotations.NullMarked;
