package io.marquee.notification.mail;

import java.util.List;

import io.marquee.notification.mail.MailContent.Fact;
import io.marquee.notification.user.Recipient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailLayoutTests {

	private static final String ATTACK = "<script>alert('x')</script>";

	private final MailLayout layout = new MailLayout();

	@Test
	void escapesEveryWordInHtml() {
		MailContent content = new MailContent(ATTACK, ATTACK, List.of(ATTACK), ATTACK,
				List.of(new Fact(ATTACK, ATTACK)), ATTACK);
		RenderedMail mail = this.layout.render(content, new Recipient("a@marquee.example", ATTACK));
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
		assertThat(render("Welcome", "Asha").html()).doesNotContain("dashed");
	}

	private RenderedMail render(String words, String name) {
		return this.layout.render(new MailContent(words, words, List.of(words), null, List.of(), "Bye."),
				new Recipient("asha@marquee.example", name));
	}

}
