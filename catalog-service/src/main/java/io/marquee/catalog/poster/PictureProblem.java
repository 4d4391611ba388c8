package io.marquee.catalog.poster;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import io.marquee.platform.web.ApiException;

import java.util.List;

/**
 * Why a file is no poster.
 */
final class PictureProblem {

	private PictureProblem() {
	}

	static ApiException unsupported() {
		return new ApiException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_IMAGE",
				"The file is no JPEG, PNG or WebP picture; its name and type do not matter, its content does");
	}

	static ApiException invalid(String message) {
		return invalid(message, null);
	}

	static ApiException broken(@Nullable Throwable cause) {
		return invalid("The picture is cut off or damaged; save it again and send that", cause);
	}

	private static ApiException invalid(String message, @Nullable Throwable cause) {
		return new ApiException(HttpStatus.BAD_REQUEST, "INVALID_IMAGE", message, List.of(), null, cause);
	}

}
