package io.marquee.platform.feign;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

import feign.Response;
import feign.codec.ErrorDecoder;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

/**
 * Passes another service's 4xx on with its code. Its 401 and 403 are our own
 * misconfiguration and its 5xx its own trouble: the caller sees 503.
 */
class RemoteErrors implements ErrorDecoder {

	private final JsonMapper json;

	RemoteErrors(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Exception decode(String methodKey, Response response) {
		HttpStatus status = HttpStatus.resolve(response.status());
		String service = URI.create(response.request().url()).getHost();
		if (status == null || !status.is4xxClientError() || status == HttpStatus.UNAUTHORIZED
				|| status == HttpStatus.FORBIDDEN) {
			return new DependencyUnavailableException(service,
					new IOException(methodKey + " answered " + response.status()));
		}
		RemoteError error = read(response);
		if (error == null || error.code() == null) {
			return new ApiException(status, status.name(), "The request was refused by " + service);
		}
		return new ApiException(status, error.code(), (error.message() != null) ? error.message() : error.code(),
				(error.errors() != null) ? error.errors() : List.of());
	}

	private @Nullable RemoteError read(Response response) {
		if (response.body() == null) {
			return null;
		}
		try (InputStream body = response.body().asInputStream()) {
			return this.json.readValue(body, RemoteError.class);
		}
		catch (IOException | JacksonException ex) {
			return null;
		}
	}

	record RemoteError(@Nullable String code, @Nullable String message, @Nullable List<FieldProblem> errors) {

	}

}
