package io.marquee.identity.profile;

import io.marquee.identity.account.ClosingAccounts;
import io.marquee.identity.administration.Admins;

import org.springframework.stereotype.Service;

/**
 * Lets people go, all but the last admin.
 */
@Service
public class LeavingMarquee {

	private final ClosingAccounts closing;

	private final Admins admins;

	LeavingMarquee(ClosingAccounts closing, Admins admins) {
		this.closing = closing;
		this.admins = admins;
	}

	/**
	 * Closes somebody's own account.
	 * @param userId whose
	 * @throws io.marquee.platform.web.ApiException 409 if nobody else could act as an
	 * admin
	 */
	public void leave(String userId) {
		this.admins.without(userId, () -> {
			this.closing.close(userId);
			return userId;
		});
	}

}
