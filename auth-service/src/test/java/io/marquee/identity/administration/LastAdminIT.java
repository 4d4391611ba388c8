package io.marquee.identity.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.marquee.identity.Api;
import io.marquee.identity.EmailAddress;
import io.marquee.identity.IdentityIT;
import io.marquee.identity.KeycloakServer;
import io.marquee.identity.Parallel;
import io.marquee.identity.account.Accounts;
import io.marquee.identity.account.Person;
import io.marquee.identity.keycloak.KeycloakRoles;
import io.marquee.identity.keycloak.KeycloakUsers;
import io.marquee.identity.keycloak.NewUser;
import io.marquee.platform.web.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;

/**
 * Whatever admins do to each other, one of them remains.
 */
@IdentityIT
class LastAdminIT {

	private static final int ADMINS = 4;

	@Autowired
	private Api api;

	@Autowired
	private ManagingUsers users;

	@Autowired
	private Admins admins;

	@Autowired
	private KeycloakUsers keycloak;

	@Autowired
	private KeycloakRoles roles;

	@Autowired
	private Accounts accounts;

	@Autowired
	private MongoTemplate mongo;

	private final List<String> ids = new ArrayList<>();

	/** Others, such as the demo admin, are out of the way for the time of a test. */
	@BeforeEach
	void onlyTheseAreAdmins() {
		String demo = this.api.login("admin@marquee.example", KeycloakServer.SECRETS.get("MARQUEE_DEMO_PASSWORD"))
			.expect(200)
			.data()
			.path("user")
			.path("id")
			.asString();
		assertThat(demo).isNotEmpty();
		for (int i = 0; i < ADMINS; i++) {
			String id = person();
			this.users.giveRole(id, Role.ADMIN);
			this.ids.add(id);
		}
		this.mongo.updateMulti(others(), new Update().set("blocked", true), "accounts");
		this.mongo.remove(new Query(), "admins");
	}

	@AfterEach
	void theOthersAreBack() {
		this.mongo.updateMulti(others(), new Update().set("blocked", false), "accounts");
		this.ids.forEach((id) -> this.users.giveRole(id, Role.ADMIN));
		this.mongo.remove(new Query(), "admins");
		this.ids.forEach((id) -> this.users.giveRole(id, Role.USER));
	}

	@RepeatedTest(5)
	void oneRemainsWhenAllBlockAndDemoteEachOtherAtOnce() {
		AtomicInteger turn = new AtomicInteger();
		List<String> refused = Parallel.times(ADMINS * 2, () -> {
			int mine = turn.getAndIncrement();
			try {
				if (mine % 2 == 0) {
					this.users.block(this.ids.get(mine / 2), "Feud", "somebody");
				}
				else {
					this.users.giveRole(this.ids.get(mine / 2), Role.USER);
				}
				return "";
			}
			catch (ApiException ex) {
				return ex.code();
			}
		});

		assertThat(remaining()).hasSize(1);
		assertThat(refused).containsOnly("", "LAST_ADMIN").contains("LAST_ADMIN");
	}

	@Test
	void theLastOneIsKeptWhoeverAsksAndWhateverFor() {
		String last = this.ids.removeLast();
		this.ids.forEach((id) -> this.users.block(id, "Gone", "somebody"));
		this.ids.add(last);

		assertThatThrownBy(() -> this.users.block(last, "Gone", last)).hasMessageContaining("Nobody else");
		assertThatThrownBy(() -> this.users.giveRole(last, Role.STAFF)).hasMessageContaining("Nobody else");
		assertThatThrownBy(() -> this.users.close(last)).hasMessageContaining("Nobody else");
		List<ManagingUsers.Outcome> outcomes = this.users.toggle(List.of(this.ids.getFirst(), last), true, "Gone", "x");
		assertThat(outcomes).extracting(ManagingUsers.Outcome::success).containsExactly(true, false);
		assertThat(outcomes.getLast().code()).isEqualTo("LAST_ADMIN");
		assertThat(remaining()).containsExactly(last);
	}

	@Test
	void theLastOneCannotCloseTheirOwnAccount() {
		String email = UUID.randomUUID() + "@example.org";
		Api.Answer session = this.api.register(email, "Popcorn-and-2-seats").expect(201);
		String last = session.data().path("user").path("id").asString();
		this.users.giveRole(last, Role.ADMIN);
		this.ids.forEach((id) -> this.users.block(id, "Gone", "somebody"));
		this.ids.add(last);

		this.api.delete("/api/v1/user/profile", session.text("accessToken")).expect(409, "LAST_ADMIN");
		assertThat(remaining()).containsExactly(last);
	}

	@Test
	void aNewOrUnblockedAdminCounts() {
		String last = this.ids.getLast();
		this.ids.stream().filter((id) -> !id.equals(last)).forEach((id) -> this.users.block(id, "Gone", "somebody"));

		this.users.unblock(this.ids.getFirst());
		this.users.block(last, "Feud", this.ids.getFirst());

		assertThat(remaining()).containsExactly(this.ids.getFirst());
	}

	@Test
	void aFailedStepCostsNobodyTheirPlace() {
		String last = this.ids.getLast();
		this.ids.stream().filter((id) -> !id.equals(last)).forEach((id) -> this.users.block(id, "Gone", "somebody"));
		this.users.unblock(this.ids.getFirst());

		assertThatThrownBy(() -> this.admins.without(last, () -> {
			throw new IllegalStateException("The store is down");
		})).hasMessage("The store is down");

		this.users.block(this.ids.getFirst(), "Feud", last);
		assertThat(remaining()).containsExactly(last);
	}

	@Test
	void whoIsNoMoreAnAdminInKeycloakDoesNotCount() {
		String last = this.ids.getLast();
		this.ids.stream().filter((id) -> !id.equals(last)).forEach((id) -> this.users.block(id, "Gone", "somebody"));
		this.users.unblock(this.ids.getFirst());
		this.roles.set(this.ids.getFirst(), List.of("user"));
		this.admins.bringUpToDate();

		assertThatThrownBy(() -> this.users.block(last, "Gone", "x")).hasMessageContaining("Nobody else");
	}

	/** Made without a code by mail: each test needs many. */
	private String person() {
		EmailAddress address = new EmailAddress(UUID.randomUUID() + "@example.org");
		String id = this.keycloak.create(new NewUser(address, "Asha Rao", null, "Popcorn-and-2-seats", "test"))
			.orElseThrow();
		return this.accounts.open(new Person(id, address.value(), "Asha Rao", null, Person.EVERYBODY), null).id();
	}

	private List<String> remaining() {
		return this.ids.stream()
			.filter((id) -> !this.users.get(id).blocked() && this.users.get(id).roles().contains("admin"))
			.toList();
	}

	private Query others() {
		return Query.query(new Criteria().andOperator(where("roles").is("admin"), where("_id").nin(this.ids)));
	}

}
