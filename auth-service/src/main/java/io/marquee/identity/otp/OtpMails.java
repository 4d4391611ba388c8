package io.marquee.identity.otp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import io.marquee.identity.EmailAddress;
import io.marquee.platform.web.ApiException;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the mails that wait with their codes: at once after the code was issued, and by
 * sweeping what an unreachable mail server or a crash left. The code goes by no broker: a
 * topic would keep for days what must be good for ten minutes.
 */
@Component
class OtpMails {

	private static final Logger log = LoggerFactory.getLogger(OtpMails.class);

	/** Longer than all time-outs of a send together. */
	private static final Duration LEASE = Duration.ofSeconds(30);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

	private static final int AT_ONCE = 8;

	private static final int CODE_LENGTH = 6;

	private final Otps otps;

	private final OtpSecrets secrets;

	private final OtpPost post;

	private final AccountLookup accounts;

	private final Clock clock;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Semaphore free = new Semaphore(AT_ONCE);

	OtpMails(Otps otps, OtpSecrets secrets, OtpPost post, AccountLookup accounts, Clock clock) {
		this.otps = otps;
		this.secrets = secrets;
		this.post = post;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * Sends a code's mail off the calling thread; when all senders are busy the sweep
	 * does it.
	 * @param id the code's id
	 */
	void sendSoon(String id) {
		if (this.free.tryAcquire()) {
			this.threads.execute(() -> {
				try {
					send(id);
				}
				catch (RuntimeException ex) {
					log.warn("A code's mail has to wait: {}", ex.getClass().getName());
				}
				finally {
					this.free.release();
				}
			});
		}
	}

	@Scheduled(initialDelayString = "PT1S", fixedDelayString = "PT1S")
	void sweep() {
		for (Otp otp : this.otps.withMailDue(now(), AT_ONCE)) {
			sendSoon(otp.id());
		}
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void forget() {
		this.otps.removeExpired(now().minus(LONGEST_PAUSE));
	}

	void send(String id) {
		Instant now = now();
		this.otps.takeMail(id, now, now.plus(LEASE)).ifPresent((otp) -> deliver(otp, now));
	}

	private void deliver(Otp otp, Instant now) {
		Otp.WaitingMail mail = otp.mail();
		if (mail == null || !otp.expiresAt().isAfter(now)) {
			this.otps.mailDone(otp);
			return;
		}
		String content = this.secrets.open(mail.sealed(), otp.id());
		try {
			EmailAddress address = new EmailAddress(content.substring(CODE_LENGTH));
			if (otp.isFor(OtpPurpose.PASSWORD_RESET) && !this.accounts.has(address)) {
				this.post.postThatThereIsNoAccount(address.value());
			}
			else {
				this.post.post(address.value(), content.substring(0, CODE_LENGTH),
						Duration.between(otp.sentAt(), otp.expiresAt()));
			}
			this.otps.mailDone(otp);
		}
		catch (MailException | ApiException ex) {
			// Its message may quote the recipient.
			log.warn("A code could not be mailed, try {}: {}", mail.tries(), ex.getClass().getSimpleName());
			this.otps.mailLater(otp, now.plus(pauseAfter(mail.tries())));
		}
	}

	private static Duration pauseAfter(int tries) {
		Duration pause = Duration.ofSeconds(1L << Math.min(tries, 6));
		return (pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	@PreDestroy
	void stop() {
		this.threads.close();
	}

}
