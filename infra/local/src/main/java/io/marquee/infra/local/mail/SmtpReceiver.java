package io.marquee.infra.local.mail;

import java.io.IOException;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * Takes mail for any address, without asking who sends it.
 */
final class SmtpReceiver {

	private final GreenMail greenMail;

	private final Mailbox mailbox;

	private @Nullable MovingMessage kept;

	SmtpReceiver(int port, Mailbox mailbox) {
		ServerSetup setup = new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP);
		setup.setServerStartupTimeout(20_000);
		this.greenMail = new GreenMail(setup);
		this.mailbox = mailbox;
		this.greenMail.getUserManager().setMessageDeliveryHandler(this::deliver);
	}

	void start() {
		this.greenMail.start();
	}

	void stop() {
		this.greenMail.stop();
	}

	/** Called once for every recipient: one message is one mail all the same. */
	private synchronized GreenMailUser deliver(MovingMessage message, MailAddress recipient)
			throws MessagingException, UserException {
		if (message != this.kept) {
			try {
				this.greenMail.purgeEmailFromAllMailboxes();
				this.mailbox.add(message.getMessage());
			}
			catch (IOException | FolderException ex) {
				throw new MessagingException("The mail could not be kept", ex);
			}
			this.kept = message;
		}
		return everyone();
	}

	/** GreenMail keeps a copy in memory, which is let go with the next mail. */
	private GreenMailUser everyone() throws UserException {
		UserManager users = this.greenMail.getUserManager();
		GreenMailUser user = users.getUser("everyone");
		return (user != null) ? user : users.createUser("everyone@localhost", "everyone", "everyone");
	}

}
