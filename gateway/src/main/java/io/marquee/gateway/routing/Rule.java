package io.marquee.gateway.routing;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One row of the route table.
 *
 * @param method the HTTP method it is for, or null for every one
 * @param pattern the path it is for
 * @param access who may use it
 * @param owner the service that answers, or null where nobody does
 */
public record Rule(@Nullable HttpMethod method, PathPattern pattern, Access access, @Nullable String owner) {

	boolean matches(HttpMethod requested, PathContainer path) {
		return (this.method == null || this.method.equals(requested)) && this.pattern.matches(path);
	}

}
