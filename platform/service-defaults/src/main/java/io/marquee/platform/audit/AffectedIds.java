package io.marquee.platform.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What an action is about when its path does not say: things named in the body, a thing
 * that was made.
 */
public final class AffectedIds {

	/** Of one action; more say no more than that it was a lot. */
	private static final int MOST = 1000;

	/** No id of ours is longer; whatever else was sent as one need not be kept. */
	private static final int LONGEST = 200;

	private static final String ATTRIBUTE = AffectedIds.class.getName();

	private AffectedIds() {
	}

	/**
	 * Notes ids for the audit trail's entry on the request that this thread serves; does
	 * nothing outside one, or if the request is not audited.
	 * @param ids opaque ids, never names or addresses
	 */
	public static void note(Collection<String> ids) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			List<String> noted = new ArrayList<>(of(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)));
			ids.stream().limit(MOST - noted.size()).map(AffectedIds::cut).forEach(noted::add);
			request.setAttribute(ATTRIBUTE, noted, RequestAttributes.SCOPE_REQUEST);
		}
	}

	static String cut(String id) {
		return (id.length() > LONGEST) ? id.substring(0, LONGEST) : id;
	}

	static List<String> of(HttpServletRequest request) {
		return of(request.getAttribute(ATTRIBUTE));
	}

	private static List<String> of(@Nullable Object noted) {
		return (noted instanceof List<?> ids) ? ids.stream().map(Object::toString).toList() : List.of();
	}

}
