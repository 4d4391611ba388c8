package io.marquee.identity.otp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Writes the mail that carries a code.
 */
@Component
class OtpPost {

	private final JavaMailSender sender;

	private final OtpSettings settings;

	OtpPost(JavaMailSender sender, OtpSettings settings) {
		this.sender = sender;
		this.settings = settings;
	}

	void post(String address, String code, Duration lifetime) {
		// The code is not in the subject: lock screens show subjects.
		send(address, "Your Marquee code", text(code, lifetime.toMinutes()), html(code, lifetime.toMinutes()));
	}

	private void send(String address, String subject, String text, String html) {
		MimeMessage message = this.sender.createMimeMessage();
		try {
			MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
			helper.setFrom(this.settings.sender());
			helper.setTo(address);
			helper.setSubject(subject);
			message.setHeader("Auto-Submitted", "auto-generated");
			helper.setText(text, html);
		}
		catch (MessagingException ex) {
			throw new MailPreparationException(ex);
		}
		this.sender.send(message);
	}

	/**
	 * Whoever asked on the web was told nothing; only the mailbox learns that there is no
	 * account.
	 * @param address the mailbox
	 */
	void postThatThereIsNoAccount(String address) {
		send(address, "Your Marquee account", """
				Somebody, maybe you, wanted to choose a new password at Marquee with this address.
				There is no account with it: try another address, or sign up.
				If it was not you, ignore this mail.
				""", """
				<!doctype html>
				<html lang="en"><body style="font-family:sans-serif">
				<p>Somebody, maybe you, wanted to choose a new password at Marquee with this address.<br>
				There is no account with it: try another address, or sign up.</p>
				<p>If it was not you, ignore this mail.</p>
				</body></html>
				""");
	}

	private static String text(String code, long minutes) {
		return """
				Your code is %s

				It is good for %d minutes and works once. Marquee never asks for it by phone or chat.
				If you did not ask for a code, ignore this mail: without the code nothing happens.
				""".formatted(code, minutes);
	}

	private static String html(String code, long minutes) {
		return """
				<!doctype html>
				<html lang="en"><body style="font-family:sans-serif">
				<p>Your code is</p>
				<p style="font-size:2em;letter-spacing:.2em"><strong>%s</strong></p>
				<p>It is good for %d minutes and works once. Marquee never asks for it by phone or chat.<br>
				If you did not ask for a code, ignore this mail: without the code nothing happens.</p>
				</body></html>
				""".formatted(code, minutes);
	}

}
