package io.marquee.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import static org.awaitility.Awaitility.await;

/**
 * A real mail server, one for all tests of a JVM.
 */
public final class Mailbox {

	private static final Pattern CODE = Pattern.compile("Your code is (\\d{6})");

	private static final GreenMail SERVER = start();

	private Mailbox() {
	}

	static int port() {
		return SERVER.getSmtp().getPort();
	}

	/**
	 * Waits for another code sent to an address.
	 * @param address the address
	 * @param known how many mails had come before
	 * @return the code
	 */
	public static String codeFor(String address, int known) {
		await().atMost(Duration.ofSeconds(20)).until(() -> mailsTo(address).size() > known);
		Matcher code = CODE.matcher(GreenMailUtil.getBody(mailsTo(address).getLast()));
		if (!code.find()) {
			throw new AssertionError("The mail carries no code");
		}
		return code.group(1);
	}

	/**
	 * The mails sent to an address.
	 * @param address the address
	 * @return the mails, oldest first
	 */
	public static List<MimeMessage> mailsTo(String address) {
		return Arrays.stream(SERVER.getReceivedMessages()).filter((mail) -> isTo(mail, address)).toList();
	}

	private static boolean isTo(MimeMessage mail, String address) {
		try {
			return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static GreenMail start() {
		GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
		server.start();
		return server;
	}

}
