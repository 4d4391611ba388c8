package io.marquee.infra.payments;

/** The state of a charge. */
enum ChargeStatus {

	PENDING, SUCCEEDED, DECLINED

}
