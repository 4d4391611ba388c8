package io.marquee.infra.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * All mail that has arrived, for whomever: one {@code .eml} file each, so that it
 * survives a restart and can be opened with any mail program.
 */
final class Mailbox {

	private static final String SUFFIX = ".eml";

	private final Path directory;

	private final TreeMap<Integer, Mail> mails = new TreeMap<>();

	private int last;

	Mailbox(Path directory) throws IOException, MessagingException {
		this.directory = Files.createDirectories(directory);
		try (Stream<Path> files = Files.list(directory)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(SUFFIX)).toList()) {
				int number = Integer.parseInt(file.getFileName().toString().replace(SUFFIX, ""));
				this.mails.put(number, read(number, file));
			}
		}
		this.last = this.mails.isEmpty() ? 0 : this.mails.lastKey();
	}

	/**
	 * Keeps a mail. It is on disk when this returns, so that it was not accepted in vain.
	 * @param message the mail
	 */
	synchronized void add(MimeMessage message) throws IOException, MessagingException {
		int number = this.last + 1;
		Path part = this.directory.resolve(number + ".part");
		try (OutputStream out = Files.newOutputStream(part)) {
			message.writeTo(out);
		}
		Path file = this.directory.resolve(number + SUFFIX);
		Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		this.mails.put(number, read(number, file));
		this.last = number;
	}

	/**
	 * Lists the mails, newest first.
	 * @param to an address, or nothing for all
	 * @return the mails
	 */
	synchronized List<Mail> list(Optional<String> to) {
		return this.mails.descendingMap()
			.values()
			.stream()
			.filter((mail) -> to.map((address) -> isFor(mail, address)).orElse(true))
			.toList();
	}

	synchronized Optional<Mail> find(String id) {
		return this.mails.values().stream().filter((mail) -> mail.id().equals(id)).findFirst();
	}

	/** Empties the mailbox. Numbers go on, so that a link never shows another mail. */
	synchronized void clear() throws IOException {
		for (Integer number : this.mails.keySet()) {
			Files.deleteIfExists(this.directory.resolve(number + SUFFIX));
		}
		this.mails.clear();
	}

	private static boolean isFor(Mail mail, String address) {
		String wanted = address.toLowerCase(Locale.ROOT);
		return mail.to().stream().anyMatch((to) -> to.toLowerCase(Locale.ROOT).contains(wanted));
	}

	private static Mail read(int number, Path file) throws IOException, MessagingException {
		try (InputStream in = Files.newInputStream(file)) {
			MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
			return MailReader.read(String.valueOf(number), message, Files.getLastModifiedTime(file).toInstant());
		}
	}

}
