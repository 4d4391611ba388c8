package io.marquee.booking.audit;

import io.marquee.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not add up.
 *
 * @param bookingId the booking, if one is known
 * @param providerId the provider's id of the charge or refund, if it is about one
 * @param ours the amount in our books, if there is one
 * @param theirs what it should be, or what it is in the provider's books
 */
public record Difference(Kind kind, @Nullable String bookingId, @Nullable String providerId, @Nullable Money ours,
		@Nullable Money theirs) {

	/** What is wrong. */
	public enum Kind {

		/** The ledger of a booking does not fit where the booking stands. */
		BALANCE,
		/** A charge or refund is in a ledger twice. */
		TWICE,
		/** The provider took money that no ledger has. */
		CHARGE_UNKNOWN,
		/** A ledger has a charge that the provider does not have. */
		CHARGE_MISSING,
		/** A charge is another amount in the provider's books. */
		CHARGE_AMOUNT,
		/** The provider gave money back that the ledger does not have. */
		REFUND_UNKNOWN,
		/**
		 * A ledger has a refund that the provider does not have, or not of that amount.
		 */
		REFUND_MISSING

	}

}
