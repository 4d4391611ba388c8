package io.marquee.identity.account;

import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;

/**
 * A token is good and its owner's account is closed: 401.
 */
class AccountClosedException extends ApiException {

	private static final long serialVersionUID = 1L;

	AccountClosedException() {
		super(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "This account was closed");
	}

}
