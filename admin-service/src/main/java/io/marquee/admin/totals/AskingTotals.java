package io.marquee.admin.totals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.marquee.admin.totals.CatalogClient.CatalogTotals;
import io.marquee.admin.totals.IdentityClient.UserTotals;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.stereotype.Service;

/**
 * Asks other services for what they count. One that does not answer leaves its figures
 * out and a note in; the rest of the dashboard stands.
 */
@Service
public class AskingTotals {

	private static final Log log = LogFactory.getLog(AskingTotals.class);

	private final CatalogClient catalog;

	private final IdentityClient identity;

	AskingTotals(CatalogClient catalog, IdentityClient identity) {
		this.catalog = catalog;
		this.identity = identity;
	}

	/**
	 * Asks them all.
	 * @return what they said
	 */
	public Answer ask() {
		List<String> notes = new ArrayList<>();
		Optional<CatalogTotals> shows = ask("catalog-service", this.catalog::totals, notes);
		Optional<UserTotals> users = ask("auth-service", this.identity::totals, notes);
		return new Answer(new Totals(shows.map(CatalogTotals::movies).orElse(null),
				shows.map(CatalogTotals::venues).orElse(null), shows.map(CatalogTotals::shows).orElse(null),
				shows.map(CatalogTotals::activeShows).orElse(null), users.map(UserTotals::users).orElse(null),
				users.map(UserTotals::blockedUsers).orElse(null)), List.copyOf(notes));
	}

	private static <T> Optional<T> ask(String service, Supplier<T> question, List<String> notes) {
		try {
			return Optional.of(question.get());
		}
		catch (RuntimeException ex) {
			log.warn(service + " does not tell its totals: " + ex.getMessage());
			notes.add("The totals of " + service + " are not available right now.");
			return Optional.empty();
		}
	}

	/**
	 * What the others said.
	 *
	 * @param totals the totals
	 * @param notes which are missing
	 */
	public record Answer(Totals totals, List<String> notes) {
	}

}
