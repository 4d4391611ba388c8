package io.marquee.notification.mail;

import java.util.List;

import io.marquee.notification.mail.MailContent.Fact;
import io.marquee.notification.ticket.Ticket;
import io.marquee.notification.user.Recipient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailLayoutTests {

	private static final String ATTACK = "<script>alert('x')</script>";

	private static final Ticket TICKET = new Ticket(new byte[] { 1 }, new byte[] { 2 }, new byte[] { 3 });

	private final MailLayout layout = new MailLayout();

	@Test
	void escapesEveryWordInHtml() {
		MailContent content = new MailContent(ATTACK, ATTACK, List.of(ATTACK), ATTACK,
				List.of(new Fact(ATTACK, ATTACK)), ATTACK);
		RenderedMail mail = this.layout.render(content, new Recipient("a@marquee.example", ATTACK), TICKET);
		assertThat(mail.html()).doesNotContain("<script").containsPattern("(?s)(&lt;script&gt;.*){7}");
	}

	@Test
	void leavesWordsAsTheyAreInText() {
		assertThat(render("Tom & Jerry <3", "Asha").text()).contains("Tom & Jerry <3");
	}

	@Test
	void keepsALineBreakOutOfTheSubject() {
		assertThat(render("Lagaan\r\nBcc: all@marquee.example", "Asha").subject())
			.isEqualTo("Lagaan Bcc: all@marquee.example");
	}

	@Test
	void greetsNobodyWhereTheNameIsNotKnown() {
		assertThat(render("Welcome", null).text()).doesNotContain("Hello");
		assertThat(render("Welcome", "Asha").text()).contains("Hello Asha,");
	}

	@Test
	void leavesOutWhatAMailDoesNotHave() {
		assertThat(render("Welcome", "Asha").html()).doesNotContain("dashed", "cid:", "attached");
	}

	@Test
	void enclosesTheTicketAndShowsItsPictureInHtml() {
		RenderedMail mail = this.layout.render(
				new MailContent("Tickets", "Tickets", List.of(), "G3KU-NYTV", List.of(), "Bye.",
						new MailContent.TicketOf("bk_1", "G3KU-NYTV")),
				new Recipient("asha@marquee.example", "Asha"), TICKET);
		assertThat(mail.html()).contains("<img src=\"cid:ticket\"");
		assertThat(mail.text()).contains("Your ticket is attached");
		assertThat(mail.enclosures()).extracting(RenderedMail.Enclosure::name)
			.containsExactly("ticket", "marquee-G3KU-NYTV.pdf", "marquee-G3KU-NYTV.ics");
		assertThat(mail.enclosures()).filteredOn(RenderedMail.Enclosure::shown).hasSize(1);
	}

	private RenderedMail render(String words, String name) {
		return this.layout.render(new MailContent(words, words, List.of(words), null, List.of(), "Bye."),
				new Recipient("asha@marquee.example", name), null);
	}

}
