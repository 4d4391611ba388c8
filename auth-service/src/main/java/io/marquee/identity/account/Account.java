package io.marquee.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.marquee.platform.events.OutboxEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is kept about a person beside Keycloak. E-mail address, name, username and roles
 * are copies, put right at every sign-in; Keycloak decides them.
 *
 * @param id the subject of the person's tokens
 * @param email the e-mail address
 * @param fullName the name
 * @param username a chosen name
 * @param phone a telephone number
 * @param address a postal address, as the person wrote it
 * @param language the language mails are written in, as a BCP 47 tag
 * @param profilePicture where a picture of the person is
 * @param roles the realm roles, in alphabetical order
 * @param blocked whether an admin shut the account
 * @param block by whom and why, while it is
 * @param createdAt when it was opened
 * @param updatedAt when it last changed
 * @param outbox events on their way to Kafka
 */
@Document(Accounts.COLLECTION)
public record Account(@Id String id, String email, String fullName, @Nullable String username, @Nullable String phone,
		@Nullable String address, String language, @Nullable String profilePicture, List<String> roles, boolean blocked,
		@Nullable Block block, Instant createdAt, Instant updatedAt, List<OutboxEntry> outbox) {

	static final String DEFAULT_LANGUAGE = "en";

	public Account {
		// Accounts from before roles were kept have none.
		roles = Objects.requireNonNullElse(roles, List.of());
	}

	static Account opened(Person person, @Nullable String phone, Instant now, OutboxEntry registered) {
		return new Account(person.id(), person.email(), person.fullName(), person.username(), phone, null,
				DEFAULT_LANGUAGE, null, person.roles(), false, null, now, now, List.of(registered));
	}

	boolean describes(Person person) {
		return this.email.equals(person.email()) && this.fullName.equals(person.fullName())
				&& Objects.equals(this.username, person.username()) && this.roles.equals(person.roles());
	}

	@Override
	public String toString() {
		return "Account[" + this.id + "]";
	}

	/**
	 * Why an account is shut.
	 *
	 * @param reason in the admin's words
	 * @param by the admin's id
	 * @param at when
	 */
	public record Block(String reason, String by, Instant at) {
	}

}
