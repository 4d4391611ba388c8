package io.marquee.catalog.poster.web;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.poster.ChangingPosters;
import io.marquee.catalog.web.IfMatch;
import io.marquee.catalog.web.Tagged;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.ResponseMessage;

/**
 * Uploads of posters, as a form's file or as they are.
 */
@RestController
@RequestMapping("/api/v1/admin/movies/{id}/poster")
class PosterAdminController {

	private final ChangingPosters changing;

	PosterAdminController(ChangingPosters changing) {
		this.changing = changing;
	}

	@PutMapping
	@ResponseMessage("Poster set")
	ResponseEntity<PosterView> set(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			HttpServletRequest request) throws IOException {
		return answer(this.changing.set(id, IfMatch.of(ifMatch), request.getInputStream()));
	}

	@PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseMessage("Poster set")
	ResponseEntity<PosterView> set(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestPart(required = false) @Nullable MultipartFile file) throws IOException {
		if (file == null) {
			throw ApiException.invalid("file", "is required: the part of the form that is the picture");
		}
		try (InputStream in = file.getInputStream()) {
			return answer(this.changing.set(id, IfMatch.of(ifMatch), in));
		}
	}

	@DeleteMapping
	@ResponseMessage("Poster removed")
	ResponseEntity<PosterView> remove(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		return answer(this.changing.remove(id, IfMatch.of(ifMatch)));
	}

	private static ResponseEntity<PosterView> answer(Movie movie) {
		return Tagged.ok(movie, PosterView.of(movie));
	}

}
