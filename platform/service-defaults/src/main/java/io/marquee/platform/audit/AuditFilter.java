package io.marquee.platform.audit;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.marquee.platform.security.SecuritySettings.PathRule;
import io.marquee.platform.web.ErrorResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Writes an action down before anybody decides on it, so that what is refused is written
 * down too. It sits in the security chain where the token has been read and the rights
 * have not been asked yet.
 */
class AuditFilter extends OncePerRequestFilter {

	private static final Log log = LogFactory.getLog(AuditFilter.class);

	private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(),
			HttpMethod.OPTIONS.name(), HttpMethod.TRACE.name());

	private static final String ENTRY = AuditFilter.class.getName() + ".entry";

	private final AuditTrail trail;

	private final ErrorResponses errors;

	private final ObjectProvider<RequestMappingHandlerMapping> handlers;

	private final List<RequestMatcher> actions;

	private final List<RequestMatcher> reads;

	private final List<RequestMatcher> publicPaths;

	AuditFilter(AuditTrail trail, ErrorResponses errors, ObjectProvider<RequestMappingHandlerMapping> handlers,
			AuditTrailSettings settings, List<String> publicPaths) {
		this.trail = trail;
		this.errors = errors;
		this.handlers = handlers;
		this.actions = matchers(settings.actions());
		this.reads = matchers(settings.reads());
		this.publicPaths = matchers(publicPaths);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		boolean written = READING.contains(request.getMethod())
				? HttpMethod.GET.name().equals(request.getMethod()) && any(this.reads, request)
				: any(this.actions, request);
		return !written || any(this.publicPaths, request);
	}

	/** An answer that is given later comes this way again. */
	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isAsyncDispatch(request)
				&& SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
			try {
				request.setAttribute(ENTRY, begin(request, token));
			}
			catch (DataAccessException ex) {
				log.warn("What cannot be audited is not done", ex);
				this.errors.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "DATABASE_UNAVAILABLE",
						"The service cannot reach its database; try again shortly");
				return;
			}
		}
		int status = HttpStatus.INTERNAL_SERVER_ERROR.value();
		try {
			chain.doFilter(request, response);
			status = response.getStatus();
		}
		finally {
			if (!isAsyncStarted(request) && request.getAttribute(ENTRY) instanceof AuditEntry entry) {
				end(entry, AffectedIds.of(request), Outcome.of(status, ErrorResponses.codeOf(request)));
			}
		}
	}

	static boolean writesDown(HttpServletRequest request) {
		return request.getAttribute(ENTRY) != null;
	}

	private AuditEntry begin(HttpServletRequest request, JwtAuthenticationToken token) {
		String pattern = pattern(request);
		return this.trail.begin(Actor.of(token), request.getMethod() + " " + pattern, target(request),
				request.getRemoteAddr(), this.errors.traceId());
	}

	private void end(AuditEntry entry, List<String> affected, Outcome outcome) {
		try {
			this.trail.end(entry, affected, outcome);
		}
		catch (DataAccessException ex) {
			log.warn("The outcome of the audited action " + entry.id() + " will be told as unknown", ex);
		}
	}

	/** Never the path itself: nobody knows what an unknown one contains. */
	private String pattern(HttpServletRequest request) {
		try {
			ServletRequestPathUtils.parseAndCache(request);
			RequestMappingHandlerMapping mapping = this.handlers.getObject();
			if (mapping.getHandler(request) != null
					&& request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
				return pattern;
			}
		}
		catch (Exception ex) {
			log.debug("No handler takes this request", ex);
		}
		return "(no such address)";
	}

	private static Map<String, String> target(HttpServletRequest request) {
		Map<String, String> target = new LinkedHashMap<>();
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
			variables.forEach((name, value) -> target.put(name.toString(), AffectedIds.cut(value.toString())));
		}
		return target;
	}

	private static boolean any(List<RequestMatcher> matchers, HttpServletRequest request) {
		return matchers.stream().anyMatch((matcher) -> matcher.matches(request));
	}

	private static List<RequestMatcher> matchers(List<String> rules) {
		return rules.stream().map((rule) -> PathRule.parse(rule).matcher()).toList();
	}

}
