package io.marquee.catalog.venue.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.venue.Coordinates;
import io.marquee.catalog.venue.RefundRule;
import io.marquee.catalog.venue.SalesTerms;
import io.marquee.catalog.venue.Screen;
import io.marquee.catalog.venue.VenueDetails;
import io.marquee.platform.web.ApiException;

/**
 * A venue as the administration sends it. A screen keeps its id by sending it again, or
 * by keeping its name.
 */
record VenueRequest(@NotBlank @Size(max = 120) String name, @NotBlank @Size(max = 300) String address,
		@NotBlank @Size(max = 80) String city, @Nullable @Valid Place coordinates,
		@Nullable @KnownTimeZone String timeZone,
		@Nullable @Size(max = 50) List<@NotBlank @Size(max = 60) String> amenities,
		@Nullable @Size(max = 50) List<@Valid @NotNull ScreenRequest> screens,
		@Nullable @Size(max = 10) List<@Valid @NotNull RuleRequest> cancellationPolicy,
		@Nullable @Min(0) @Max(1440) Integer bookingCutOffMinutes, @Nullable @Pattern(regexp = "\\S{1,100}",
				message = "must be 1 to 100 characters without a space") String externalId) {

	private static final String DEFAULT_ZONE = "Asia/Kolkata";

	static VenueRequest of(VenueDetails details) {
		Coordinates place = details.coordinates();
		return new VenueRequest(details.name(), details.address(), details.city(),
				(place != null) ? new Place(place.lat(), place.lng()) : null, details.timeZone(), details.amenities(),
				details.screens()
					.stream()
					.map((screen) -> new ScreenRequest(screen.id(), screen.name(),
							new LayoutRequest(screen.seatLayout())))
					.toList(),
				details.terms().cancellationPolicy().stream().map(RuleRequest::of).toList(),
				details.terms().bookingCutOffMinutes(), details.externalId());
	}

	VenueDetails details(List<Screen> before) {
		return new VenueDetails(this.name.strip(), this.address.strip(), this.city.strip(),
				(this.coordinates != null) ? new Coordinates(this.coordinates.lat(), this.coordinates.lng()) : null,
				Objects.requireNonNullElse(this.timeZone, DEFAULT_ZONE),
				(this.amenities != null) ? this.amenities.stream().map(String::strip).distinct().toList() : List.of(),
				screens(before), terms(), this.externalId);
	}

	private SalesTerms terms() {
		return new SalesTerms(
				(this.cancellationPolicy != null) ? policy(this.cancellationPolicy)
						: SalesTerms.STANDARD.cancellationPolicy(),
				Objects.requireNonNullElse(this.bookingCutOffMinutes, SalesTerms.STANDARD.bookingCutOffMinutes()));
	}

	/** The longer before the start, the more goes back. */
	private static List<RefundRule> policy(List<RuleRequest> rules) {
		for (int i = 1; i < rules.size(); i++) {
			String rule = "cancellationPolicy[" + i + "].";
			if (rules.get(i).hoursBefore() >= rules.get(i - 1).hoursBefore()) {
				throw refused(rule + "hoursBefore", "must be fewer than in the rule before");
			}
			if (rules.get(i).refundPercent() > rules.get(i - 1).refundPercent()) {
				throw refused(rule + "refundPercent", "must not be more than in the rule before");
			}
		}
		return rules.stream().map((rule) -> new RefundRule(rule.hoursBefore(), rule.refundPercent())).toList();
	}

	private List<Screen> screens(List<Screen> before) {
		List<ScreenRequest> wanted = Objects.requireNonNullElse(this.screens, List.of());
		Map<String, String> idsByName = new HashMap<>();
		Set<String> known = new HashSet<>();
		before.forEach((screen) -> {
			idsByName.put(screen.name(), screen.id());
			known.add(screen.id());
		});
		Set<String> names = new HashSet<>();
		Set<String> ids = new HashSet<>();
		return wanted.stream().map((screen) -> {
			int index = names.size();
			if (!names.add(screen.name().strip())) {
				throw refused(screen(index, "name"), "another screen of the venue has this name");
			}
			if (screen.id() != null && !known.contains(screen.id())) {
				throw refused(screen(index, "id"), "the venue has no such screen; leave the id out to add one");
			}
			String id = (screen.id() != null) ? screen.id() : idsByName.get(screen.name().strip());
			if (id == null) {
				id = UUID.randomUUID().toString();
			}
			if (!ids.add(id)) {
				throw refused(screen(index, "id"), "the screen is there twice");
			}
			return new Screen(id, screen.name().strip(), screen.layout().text());
		}).toList();
	}

	private static String screen(int index, String field) {
		return "screens[" + index + "]." + field;
	}

	private static ApiException refused(String field, String message) {
		return ApiException.invalid(field, message);
	}

	/**
	 * Where it is, in degrees.
	 */
	record Place(@NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
			@NotNull @DecimalMin("-180") @DecimalMax("180") Double lng) {

	}

	/**
	 * A rule of the cancellation policy.
	 */
	record RuleRequest(@NotNull @Min(0) @Max(8760) Integer hoursBefore,
			@NotNull @Min(0) @Max(100) Integer refundPercent) {

		static RuleRequest of(RefundRule rule) {
			return new RuleRequest(rule.hoursBefore(), rule.refundPercent());
		}

	}

	/**
	 * A screen.
	 */
	record ScreenRequest(@Nullable String id, @NotBlank @Size(max = 60) String name, @NotNull LayoutRequest layout) {

	}

}
