package io.marquee.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.marquee.platform.events.OutboxEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is kept about a person beside Keycloak. Address, name and username are copies, put
 * right at every sign-in; Keycloak decides them.
 *
 * @param id the subject of the person's tokens
 * @param email the address
 * @param fullName the name
 * @param username a chosen name
 * @param phone a telephone number
 * @param language the language mails are written in, as a BCP 47 tag
 * @param blocked whether an admin shut the account
 * @param createdAt when it was opened
 * @param updatedAt when it last changed
 * @param outbox events on their way to Kafka
 */
@Document(Accounts.COLLECTION)
public record Account(@Id String id, String email, String fullName, @Nullable String username, @Nullable String phone,
		String language, boolean blocked, Instant createdAt, Instant updatedAt, List<OutboxEntry> outbox) {

	static final String DEFAULT_LANGUAGE = "en";

	boolean describes(Person person) {
		return this.email.equals(person.email()) && this.fullName.equals(person.fullName())
				&& Objects.equals(this.username, person.username());
	}

	@Override
	public String toString() {
		return "Account[" + this.id + "]";
	}

}
