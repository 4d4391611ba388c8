package io.marquee.gateway.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

/**
 * Every path the suite answers to: its owner and who may use it. Routing and security
 * both ask this one table, so that a path cannot be routed without a decision on who may
 * use it.
 */
public final class RouteTable {

	private static final String BASE = "/api/v1";

	/** The position of the segment after {@code /api/v1/}, counting separators. */
	private static final int AREA = 5;

	private static final String ATTRIBUTE = RouteTable.class.getName() + ".rule";

	/** Not a path of ours: let through, so that it is answered with 404. */
	private static final Rule UNKNOWN = new Rule(null, PathPatternParser.defaultInstance.parse("/**"), Access.ANYONE,
			null);

	/** A request looks at the rules of its area only, the first that matches decides. */
	private final Map<String, List<Rule>> rulesByArea = new HashMap<>();

	private final Set<String> owners = new LinkedHashSet<>();

	private @Nullable String owner;

	/** Fills the table, in the order of the API's description. */
	RouteTable() {
		ownedBy("auth-service");
		anyone(POST, "/auth/send-otp", "/auth/verify-otp", "/auth/resend-otp", "/auth/register", "/auth/signup",
				"/auth/login", "/auth/refresh", "/auth/forgot-password", "/auth/reset-password", "/admin/login");
		anyone(GET, "/auth/google", "/auth/google/callback", "/auth/github", "/auth/github/callback");
		anyone(POST, "/2fa/send", "/2fa/verify-login", "/2fa/verify");
		signedIn("/auth/**", "/2fa/**", "/user/profile/**");
		admins("/admin/users/**", "/admin/partners/**");

		ownedBy("catalog-service");
		anyone(GET, "/user/movies/**", "/user/venues/**", "/user/cities/**", "/user/shows/**");
		signedIn("/user/movies/**", "/user/venues/**", "/user/cities/**", "/user/shows/**");
		admins("/admin/movies/**", "/admin/venues/**", "/admin/shows/**", "/admin/seats");

		ownedBy("booking-service");
		anyone(GET, "/bookings/seats/**");
		// The provider signs its calls; booking-service checks the signature.
		anyone(POST, "/payments/webhooks/*");
		signedIn("/bookings/**", "/payments/**", "/user/orders/**");
		staff("/admin/check-in/**");
		admins("/admin/bookings/**", "/admin/seats/*");

		ownedBy("offers-service");
		signedIn("/user/ott/recommended");
		anyone(GET, "/user/offers/**", "/user/restaurants/**", "/user/ott/**");
		signedIn("/user/offers/**", "/user/restaurants/**", "/user/ott/**");
		admins("/admin/offers/**", "/admin/restaurants/**", "/admin/ott/**");

		ownedBy("notification-service");
		signedIn("/user/notifications/**", "/user/newsletters/**", "/newsletter/**");
		admins("/admin/notifications/**", "/admin/newsletter/**");

		ownedBy("admin-service");
		admins("/admin/dashboard/**", "/admin/reports/**", "/admin/audit/**", "/admin/queue/**", "/queue/**");

		// Whoever may not administrate does not learn which paths there are.
		ownedBy(null);
		admins("/admin/**");
	}

	/**
	 * Finds the rule for a request.
	 * @param exchange the request
	 * @return the rule; without an owner if the path is not one of ours
	 */
	public Rule ruleFor(ServerWebExchange exchange) {
		return (Rule) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, (key) -> {
			ServerHttpRequest request = exchange.getRequest();
			return ruleFor(request.getMethod(), request.getPath().pathWithinApplication());
		});
	}

	Rule ruleFor(HttpMethod method, PathContainer path) {
		HttpMethod asked = HttpMethod.HEAD.equals(method) ? GET : method;
		for (Rule rule : this.rulesByArea.getOrDefault(area(path), List.of())) {
			if (rule.matches(asked, path)) {
				return rule;
			}
		}
		return UNKNOWN;
	}

	Set<String> owners() {
		return this.owners;
	}

	private void ownedBy(@Nullable String service) {
		this.owner = service;
		if (service != null) {
			this.owners.add(service);
		}
	}

	private void anyone(HttpMethod method, String... paths) {
		add(method, Access.ANYONE, paths);
	}

	private void signedIn(String... paths) {
		add(null, Access.SIGNED_IN, paths);
	}

	private void staff(String... paths) {
		add(null, Access.STAFF, paths);
	}

	private void admins(String... paths) {
		add(null, Access.ADMIN, paths);
	}

	private void add(@Nullable HttpMethod method, Access access, String... paths) {
		for (String path : paths) {
			PathPattern pattern = PathPatternParser.defaultInstance.parse(BASE + path);
			this.rulesByArea.computeIfAbsent(area(PathContainer.parsePath(BASE + path)), (key) -> new ArrayList<>())
				.add(new Rule(method, pattern, access, this.owner));
		}
	}

	private static String area(PathContainer path) {
		List<PathContainer.Element> elements = path.elements();
		return (elements.size() > AREA && elements.get(AREA) instanceof PathSegment segment) ? segment.valueToMatch()
				: "";
	}

}
