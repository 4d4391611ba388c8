package io.marquee.identity;

import java.util.Locale;

/**
 * An e-mail address in the one form it is compared and stored in. It prints without its
 * local part, so that no log line can carry it by accident.
 *
 * @param value the address, trimmed and in lower case
 */
public record EmailAddress(String value) {

	public EmailAddress {
		value = value.strip().toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return "…" + this.value.substring(Math.max(0, this.value.indexOf('@')));
	}

}
