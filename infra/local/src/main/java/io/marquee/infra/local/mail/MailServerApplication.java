package io.marquee.infra.local.mail;

import java.io.IOException;
import java.nio.file.Path;

import jakarta.mail.MessagingException;

/**
 * The mail server's process.
 */
public final class MailServerApplication {

	private MailServerApplication() {
	}

	/**
	 * Runs the server.
	 * @param args SMTP port, HTTP port and the directory of the mailbox
	 * @throws IOException when a port is taken or the directory cannot be written
	 * @throws MessagingException when the mailbox cannot be read
	 */
	public static void main(String[] args) throws IOException, MessagingException {
		Mailbox mailbox = new Mailbox(Path.of(args[2]));
		SmtpReceiver receiver = new SmtpReceiver(Integer.parseInt(args[0]), mailbox);
		receiver.start();
		MailboxView view = new MailboxView(Integer.parseInt(args[1]), mailbox);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			receiver.stop();
			view.stop();
		}));
		view.start();
	}

}
