package io.marquee.infra.local.cli;

import java.util.concurrent.Callable;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.MarqueeException;
import io.marquee.infra.local.demo.Http;
import io.marquee.infra.local.suite.Suite;
import io.marquee.infra.local.suite.SuiteState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;

/**
 * Shows the mailbox.
 */
@Command(name = "mail", description = "Lists the mails that have arrived, or shows one.",
		mixinStandardHelpOptions = true)
final class MailCommand implements Callable<Integer> {

	@ParentCommand
	private Marquee marquee = new Marquee();

	@Parameters(paramLabel = "NUMBER", arity = "0..1", description = "The mail to show.")
	private String number = "";

	@Option(names = "--clear", description = "Removes all mails.")
	private boolean clear;

	@Override
	public Integer call() throws Exception {
		SuiteState state = new Suite(this.marquee.home()).state()
			.orElseThrow(() -> new MarqueeException("The mail server does not run.", "Start it: ./marquee up"));
		String messages = new Addresses(state.portOffset(), System.getenv()).http(Addresses.MAIL_PORT)
				+ "/api/messages";
		try (Http http = new Http()) {
			if (this.clear) {
				http.delete(messages);
				return 0;
			}
			if (this.number.isEmpty()) {
				list(http.get(messages).body());
			}
			else {
				show(http.get(messages + "/" + this.number));
			}
		}
		return 0;
	}

	private static void list(JsonNode mails) {
		if (mails.isEmpty()) {
			System.out.println("The mailbox is empty.");
		}
		for (JsonNode mail : mails) {
			System.out.printf("%4s  %.19s  %-30s %s%n", mail.path("id").asString(), mail.path("date").asString(),
					mail.path("to").path(0).asString(), mail.path("subject").asString());
		}
	}

	private void show(Http.Answer answer) {
		if (answer.status() != 200) {
			throw new MarqueeException("There is no mail " + this.number + ".", "./marquee mail lists them.");
		}
		JsonNode mail = answer.body();
		System.out.printf("From:    %s%nTo:      %s%nSubject: %s%n", mail.path("from").asString(),
				mail.path("to").path(0).asString(), mail.path("subject").asString());
		mail.path("attachments").forEach((name) -> System.out.println("With:    " + name.asString()));
		String text = mail.path("text").asString();
		System.out.println("\n" + (text.isEmpty() ? mail.path("html").asString() : text));
	}

}
