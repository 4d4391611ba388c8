package io.marquee.booking.payment.stripe;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import io.marquee.booking.payment.PaymentNotSentException;
import io.marquee.booking.payment.PaymentUnclearException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** What a failed call says about the money. */
final class Failures {

	private static final Log log = LogFactory.getLog(Failures.class);

	/** Refused at the door, before anything was done. */
	private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 429);

	private Failures() {
	}

	/** Only what certainly moved no money is "not sent"; the rest must be asked for. */
	static RuntimeException ofCharge(StripeException ex) {
		if (ex instanceof ApiConnectionException) {
			return notConnected(ex) ? new PaymentNotSentException(ex) : new PaymentUnclearException(ex);
		}
		// The key is in use (409), came with other parameters before, or a 5xx: the first
		// request may have charged.
		if (ex instanceof IdempotencyException || ex.getStatusCode() == null || !REFUSED.contains(ex.getStatusCode())) {
			return new PaymentUnclearException(ex);
		}
		log.error("Stripe refuses what we ask, nothing was charged: " + ex.getMessage());
		return new PaymentNotSentException(ex);
	}

	private static boolean notConnected(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
				return true;
			}
			// The JDK has one exception for both time-outs; "Read timed out" is the
			// other.
			if (cause instanceof SocketTimeoutException && "Connect timed out".equalsIgnoreCase(cause.getMessage())) {
				return true;
			}
		}
		return false;
	}

}
