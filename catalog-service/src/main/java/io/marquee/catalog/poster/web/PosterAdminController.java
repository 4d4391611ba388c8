package io.marquee.catalog.poster.web;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.marquee.catalog.poster.ChangingPosters;
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
	PosterView set(@PathVariable String id, HttpServletRequest request) throws IOException {
		return PosterView.of(this.changing.set(id, request.getInputStream()));
	}

	@PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseMessage("Poster set")
	PosterView set(@PathVariable String id, @RequestPart(required = false) @Nullable MultipartFile file)
			throws IOException {
		if (file == null) {
			throw ApiException.invalid("file", "is required: the part of the form that is the picture");
		}
		try (InputStream in = file.getInputStream()) {
			return PosterView.of(this.changing.set(id, in));
		}
	}

	@DeleteMapping
	@ResponseMessage("Poster removed")
	PosterView remove(@PathVariable String id) {
		return PosterView.of(this.changing.remove(id));
	}

}
