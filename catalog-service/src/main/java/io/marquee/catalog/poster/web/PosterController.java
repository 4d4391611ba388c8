package io.marquee.catalog.poster.web;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.movie.PosterAddress;
import io.marquee.catalog.poster.Posters;
import io.marquee.platform.web.ApiException;

/**
 * Posters for everybody. What is at an address never changes, so it is kept for a year.
 */
@RestController
class PosterController {

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Posters posters;

	PosterController(Posters posters) {
		this.posters = posters;
	}

	@GetMapping("/api/v1/user/movies/posters/{name}")
	ResponseEntity<byte[]> get(@PathVariable String name) {
		byte[] poster = PosterAddress.named(name)
			.flatMap(this.posters::find)
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "POSTER_NOT_FOUND", "There is no such poster"));
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.cacheControl(FOR_EVER)
			.eTag('"' + name.substring(0, name.indexOf('.')) + '"')
			.body(poster);
	}

}
