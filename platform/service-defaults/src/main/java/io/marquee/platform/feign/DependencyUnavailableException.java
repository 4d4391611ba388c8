package io.marquee.platform.feign;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.marquee.platform.web.ApiException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Another service is down, too slow, or failing; the answer is 503 with the code
 * {@code <SERVICE>_UNAVAILABLE}.
 */
public class DependencyUnavailableException extends ApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Names the service that does not answer.
	 * @param service its name, such as {@code catalog-service}
	 * @param cause why, for the log only
	 */
	public DependencyUnavailableException(String service, @Nullable Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, service.toUpperCase(Locale.ROOT).replace('-', '_') + "_UNAVAILABLE",
				"A part of Marquee this needs (" + service + ") does not answer; try again shortly", List.of(),
				Duration.ofSeconds(2), cause);
	}

}
