package io.marquee.infra.local.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	@TempDir
	private Path directory;

	@Test
	void outlivesItsProcess() throws Exception {
		new Mailbox(this.directory).add(mail("asha@marquee.example", "Your ticket"));

		assertThat(new Mailbox(this.directory).list(Optional.empty())).singleElement().satisfies((mail) -> {
			assertThat(mail.subject()).isEqualTo("Your ticket");
			assertThat(mail.to()).containsExactly("asha@marquee.example");
			assertThat(mail.text()).contains("See you");
			assertThat(mail.html()).contains("<b>See you</b>", "<img src=\"data:image/png;base64,iVBORw==\">");
			assertThat(mail.attachments()).containsExactly("ticket.pdf");
		});
	}

	@Test
	void findsMailByItsAddressWhateverTheCase() throws Exception {
		Mailbox mailbox = new Mailbox(this.directory);
		mailbox.add(mail("asha@marquee.example", "One"));
		mailbox.add(mail("ravi@marquee.example", "Two"));

		assertThat(mailbox.list(Optional.of("RAVI@marquee.example"))).extracting(Mail::subject).containsExactly("Two");
	}

	@Test
	void showsTheNewestFirst() throws Exception {
		Mailbox mailbox = new Mailbox(this.directory);
		mailbox.add(mail("a@b.example", "One"));
		mailbox.add(mail("a@b.example", "Two"));

		assertThat(mailbox.list(Optional.empty())).extracting(Mail::id).containsExactly("2", "1");
	}

	@Test
	void givesNoNumberTwice() throws Exception {
		Mailbox mailbox = new Mailbox(this.directory);
		mailbox.add(mail("a@b.example", "One"));
		mailbox.clear();
		mailbox.add(mail("a@b.example", "Two"));

		assertThat(mailbox.find("1")).isEmpty();
		assertThat(mailbox.find("2")).isPresent();
	}

	@Test
	void escapesWhatAMailSays() throws Exception {
		Mailbox mailbox = new Mailbox(this.directory);
		mailbox.add(mail("a@b.example", "<script>alert(1)</script>"));

		assertThat(MailPages.list(mailbox.list(Optional.empty()))).doesNotContain("<script>");
		assertThat(MailPages.one(mailbox.list(Optional.empty()).getFirst())).doesNotContain("<script>");
	}

	private static MimeMessage mail(String to, String subject) throws Exception {
		String source = """
				From: tickets@marquee.example
				To: %s
				Subject: %s
				MIME-Version: 1.0
				Content-Type: multipart/mixed; boundary=m

				--m
				Content-Type: multipart/alternative; boundary=a

				--a
				Content-Type: text/plain

				See you
				--a
				Content-Type: text/html

				<b>See you</b><img src="cid:ticket">
				--a--
				--m
				Content-Type: image/png
				Content-Disposition: inline
				Content-ID: <ticket>
				Content-Transfer-Encoding: base64

				iVBORw==
				--m
				Content-Type: application/pdf
				Content-Disposition: attachment; filename=ticket.pdf

				x
				--m--
				""".formatted(to, subject);
		return new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
	}

}
