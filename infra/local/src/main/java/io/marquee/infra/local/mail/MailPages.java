package io.marquee.infra.local.mail;

import java.util.List;

/**
 * The mailbox as HTML.
 */
final class MailPages {

	private static final String PAGE = """
			<!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
			<style>body{font:16px system-ui;margin:2rem auto;max-width:60rem}td,th{text-align:left;padding:.3rem 1rem .3rem 0}
			iframe{width:100%%;height:40rem;border:1px solid #ccc}pre{white-space:pre-wrap}</style>
			<h1>%s</h1>%s</html>
			""";

	private MailPages() {
	}

	static String list(List<Mail> mails) {
		StringBuilder rows = new StringBuilder("<table><tr><th>To<th>Subject<th>Arrived</tr>");
		for (Mail mail : mails) {
			rows.append("<tr><td>")
				.append(escape(String.join(", ", mail.to())))
				.append("<td><a href=\"/messages/")
				.append(mail.id())
				.append("\">")
				.append(escape(mail.subject()))
				.append("</a><td>")
				.append(mail.date())
				.append("</tr>");
		}
		String title = "Mailbox (" + mails.size() + ")";
		return PAGE.formatted(title, title, rows.append("</table>"));
	}

	static String one(Mail mail) {
		String subject = escape(mail.subject());
		String body = mail.html().isEmpty() ? "<pre>" + escape(mail.text()) + "</pre>"
				: "<iframe sandbox srcdoc=\"" + escape(mail.html()) + "\"></iframe>";
		String about = "<p>From %s to %s, %s%s".formatted(escape(mail.from()), escape(String.join(", ", mail.to())),
				mail.date(),
				mail.attachments().isEmpty() ? "" : ", with " + escape(String.join(", ", mail.attachments())));
		return PAGE.formatted(subject, subject, about + body);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
