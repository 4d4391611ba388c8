package io.marquee.identity.partner;

import java.util.Optional;
import java.util.function.UnaryOperator;

import io.marquee.identity.keycloak.KeycloakClients;
import io.marquee.identity.keycloak.NewClient;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Makes, changes and ends partnerships. What is decided is written down first; Keycloak's
 * client follows, by a sweep if the first attempt fails.
 */
@Service
public class ManagingPartners {

	private static final Logger log = LoggerFactory.getLogger(ManagingPartners.class);

	private final Partners partners;

	private final KeycloakClients clients;

	ManagingPartners(Partners partners, KeycloakClients clients) {
		this.partners = partners;
		this.clients = clients;
	}

	/**
	 * Makes a partner and its client.
	 * @param details what it is called and may do
	 * @return the partner and its secret, which nobody can ask for again
	 * @throws ApiException 409 if the name is taken; 503 if Keycloak does not answer:
	 * what was begun is undone
	 */
	public WithSecret create(PartnerDetails details) {
		Partner begun = this.partners.begin(details);
		PartnerSecret secret = PartnerSecret.random();
		try {
			this.clients.create(new NewClient(begun.id(), begun.clientId(), begun.name(), begun.scopes(),
					begun.requestsPerMinute(), secret.value()));
		}
		catch (RuntimeException ex) {
			this.partners.giveUp(begun).ifPresent(this::follow);
			throw ex;
		}
		Optional<Partner> complete = this.partners.complete(begun);
		if (complete.isEmpty()) {
			this.clients.remove(begun.id());
			throw new ApiException(HttpStatus.SERVICE_UNAVAILABLE, "IDENTITY_PROVIDER_UNAVAILABLE",
					"Keycloak took too long; please try again");
		}
		return new WithSecret(complete.get(), secret);
	}

	/**
	 * Lists partners.
	 * @param paging which page, in which order
	 * @return the page
	 */
	public PageView<Partner> list(Paging paging) {
		return this.partners.list(paging);
	}

	/**
	 * Finds a partner.
	 * @param id its id
	 * @return the partner
	 * @throws ApiException 404 if there is none
	 */
	public Partner get(String id) {
		return this.partners.find(id).orElseThrow(ManagingPartners::notFound);
	}

	/**
	 * Changes a partner; tokens it had before are refused, so that the change is felt at
	 * once.
	 * @param id its id
	 * @param change from what it is to what it is to be
	 * @return the partner
	 * @throws ApiException 404 if there is none, 409 if the name is taken or another
	 * admin was faster
	 */
	public Partner change(String id, UnaryOperator<PartnerDetails> change) {
		Partner known = get(id);
		PartnerDetails before = new PartnerDetails(known.name(), known.scopes(), known.requestsPerMinute());
		PartnerDetails after = change.apply(before);
		if (after.equals(before)) {
			return known;
		}
		Partner changed = this.partners.change(known, after)
			.orElseThrow(() -> new ApiException(HttpStatus.CONFLICT, "PARTNER_CHANGED",
					"Somebody else changed this partner; read it again"));
		follow(changed);
		return changed;
	}

	/**
	 * Gives a partner another secret. The one before is no good from then on, nor are the
	 * tokens that were had with it.
	 * @param id its id
	 * @return the partner and its new secret
	 * @throws ApiException 404 if there is none; 503 if Keycloak does not answer: either
	 * secret may be the good one then
	 */
	public WithSecret rotate(String id) {
		Partner partner = get(id);
		PartnerSecret secret = PartnerSecret.random();
		this.clients.setSecret(partner.id(), partner.clientId(), secret.value());
		return new WithSecret(this.partners.rotated(partner).orElseThrow(ManagingPartners::notFound), secret);
	}

	/**
	 * Ends a partnership: all of the client's tokens are refused, and it gets no others.
	 * @param id the partner's id
	 * @throws ApiException 404 if there is none
	 */
	public void revoke(String id) {
		follow(this.partners.revoke(get(id)).orElseThrow(ManagingPartners::notFound));
	}

	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
	void sweep() {
		Optional<Partner> due = this.partners.takeDue();
		while (due.isPresent()) {
			follow(due.get());
			due = this.partners.takeDue();
		}
	}

	private void follow(Partner partner) {
		try {
			if (partner.state() == Partner.State.REVOKED) {
				this.clients.remove(partner.id());
			}
			else {
				this.clients.set(partner.id(), partner.clientId(), partner.name(), partner.scopes(),
						partner.requestsPerMinute());
			}
			this.partners.done(partner);
		}
		catch (RuntimeException ex) {
			log.warn("Keycloak has yet to follow what was decided about {}: {}", partner.clientId(), ex.toString());
		}
	}

	private static ApiException notFound() {
		return new ApiException(HttpStatus.NOT_FOUND, "PARTNER_NOT_FOUND", "There is no such partner");
	}

	/**
	 * A partner with a secret just made.
	 *
	 * @param partner the partner
	 * @param secret its secret
	 */
	public record WithSecret(Partner partner, PartnerSecret secret) {

	}

}
