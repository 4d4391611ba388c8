package io.marquee.gateway.home;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The gateway's own two addresses.
 */
@RestController
class HomeController {

	private static final Health OK = new Health("OK", "Marquee", "v1", "/docs");

	/** Says that the gateway serves; it asks no service, so that it stays cheap. */
	@GetMapping("/")
	Health health() {
		return OK;
	}

	@GetMapping({ "/docs", "/docs/" })
	ResponseEntity<Void> docs() {
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/docs/index.html")).build();
	}

	/**
	 * What a health check is told.
	 *
	 * @param status {@code OK}
	 * @param name what answers
	 * @param apiVersion the version of the API
	 * @param docs where the API is described
	 */
	record Health(String status, String name, String apiVersion, String docs) {

	}

}
