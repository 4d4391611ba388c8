package io.marquee.notification.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.marquee.notification.ticket.Ticket;
import io.marquee.notification.ticket.Tickets;
import io.marquee.notification.user.Recipient;
import io.marquee.notification.user.Users;
import io.marquee.platform.events.TraceContexts;
import io.marquee.platform.web.ApiException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, woken by new mail and else every second. Every replica has one;
 * leases keep them out of each other's way.
 * <p>
 * One mail an event, with one window: a crash after the mail server has accepted a mail
 * and before that is written down sends it again, with the same Message-ID, by which mail
 * servers and readers tell that it is the same mail.
 */
@Component
class Postman implements SmartLifecycle {

	private static final Log log = LogFactory.getLog(Postman.class);

	/**
	 * A customer this unknown may be known soon, where auth-service restores its data.
	 */
	private static final int ATTEMPTS_FOR_UNKNOWN_CUSTOMERS = 8;

	private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(15);

	private final Mails mails;

	private final Users users;

	private final Tickets tickets;

	private final MailLayout layout;

	private final MailTransport transport;

	private final TraceContexts traces;

	private final Semaphore newMail = new Semaphore(0);

	private volatile @Nullable Thread worker;

	Postman(Mails mails, Users users, Tickets tickets, MailLayout layout, MailTransport transport,
			TraceContexts traces) {
		this.mails = mails;
		this.users = users;
		this.tickets = tickets;
		this.layout = layout;
		this.transport = transport;
		this.traces = traces;
	}

	void wake() {
		this.newMail.release();
	}

	@Override
	public void start() {
		Thread thread = Thread.ofVirtual().name("postman").unstarted(this::work);
		// Before it runs: it goes home when it finds nobody at work.
		this.worker = thread;
		thread.start();
	}

	@Override
	public void stop() {
		Thread current = this.worker;
		this.worker = null;
		if (current != null) {
			// No interrupt: it would cut the connection just when the server may have
			// accepted.
			wake();
			try {
				current.join(LONGEST_FAREWELL);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.worker != null;
	}

	private void work() {
		while (isRunning()) {
			try {
				if (this.newMail.tryAcquire(1, TimeUnit.SECONDS)) {
					this.newMail.drainPermits();
				}
				deliverDue();
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (DataAccessException ex) {
				log.warn("Mail waits, the database does not answer: " + ex.getMessage());
			}
		}
	}

	private void deliverDue() {
		Optional<Mail> due = this.mails.take();
		while (due.isPresent() && isRunning()) {
			Mail mail = due.get();
			this.traces.continuing(mail.trace(), "mail", () -> deliver(mail));
			due = this.mails.take();
		}
	}

	private void deliver(Mail mail) {
		try {
			Recipient recipient = this.users.find(mail.userId());
			Ticket ticket = ticket(mail.content().ticket());
			this.transport.send(mail.id(), recipient, this.layout.render(mail.content(), recipient, ticket));
			this.mails.sent(mail);
			log.info("Mail " + mail.id() + " sent at attempt " + mail.attempts());
		}
		catch (MailRefusedException ex) {
			giveUp(mail, ex);
		}
		catch (ApiException ex) {
			if (ex.status() == HttpStatus.NOT_FOUND && mail.attempts() >= ATTEMPTS_FOR_UNKNOWN_CUSTOMERS) {
				giveUp(mail, ex);
			}
			else {
				postpone(mail, ex);
			}
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		// Whatever is wrong with one mail must not stop the others.
		catch (RuntimeException ex) {
			postpone(mail, ex);
		}
	}

	private @Nullable Ticket ticket(MailContent.@Nullable TicketOf booking) {
		return (booking != null) ? this.tickets.find(booking.bookingId()).orElse(null) : null;
	}

	private void postpone(Mail mail, RuntimeException cause) {
		log.warn("Mail " + mail.id() + " waits after attempt " + mail.attempts() + ": " + cause.getMessage());
		this.mails.later(mail, String.valueOf(cause.getMessage()));
	}

	private void giveUp(Mail mail, RuntimeException cause) {
		log.error("Mail " + mail.id() + " is given up: " + cause.getMessage());
		this.mails.givenUp(mail, String.valueOf(cause.getMessage()));
	}

}
