package io.marquee.platform.idempotency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import io.marquee.platform.web.ErrorResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Honours {@code Idempotency-Key}, which is kept per user. */
class IdempotencyFilter extends OncePerRequestFilter {

	private static final String HEADER = "Idempotency-Key";

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

	private static final int MAX_BODY = 1024 * 1024;

	private final IdempotencyKeys keys;

	private final ErrorResponses errors;

	IdempotencyFilter(IdempotencyKeys keys, ErrorResponses errors) {
		this.keys = keys;
		this.errors = errors;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getMethod().equals("POST") || request.getHeader(HEADER) == null || user() == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String key = request.getHeader(HEADER);
		String user = user();
		if (user == null || !KEY.matcher(key).matches()) {
			this.errors.write(request, response, HttpStatus.BAD_REQUEST, "IDEMPOTENCY_KEY_INVALID",
					"Idempotency-Key must have 1 to 200 visible characters");
			return;
		}
		byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
		if (body.length > MAX_BODY) {
			this.errors.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE",
					"The body is larger than 1 MiB");
			return;
		}
		switch (this.keys.begin(user, key, hash(request, body))) {
			case IdempotencyKeys.Begun begun -> run(begun.request(), request, body, response, chain);
			case IdempotencyKeys.Answered answered -> replay(answered.answer(), response);
			case IdempotencyKeys.Running _ -> this.errors.write(request, response, HttpStatus.CONFLICT,
					"IDEMPOTENCY_KEY_IN_USE", "The first request with this Idempotency-Key still runs; try again");
			case IdempotencyKeys.OtherRequest _ ->
				this.errors.write(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_KEY_REUSED",
						"This Idempotency-Key came with another request before");
		}
	}

	private void run(KeyedRequest keyed, HttpServletRequest request, byte[] body, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
		request.setAttribute(Seed.ATTRIBUTE, keyed.seed());
		boolean answered = false;
		try {
			chain.doFilter(new RepeatableRequest(request, body), kept);
			answered = isFinal(kept.getStatus());
		}
		finally {
			if (!answered) {
				this.keys.release(keyed);
			}
		}
		if (answered) {
			// Kept before it is sent: what the client saw can be repeated.
			this.keys.answered(keyed,
					new KeyedRequest.Answer(kept.getStatus(), kept.getContentType(), kept.getHeader(HttpHeaders.ETAG),
							new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8)));
		}
		kept.copyBodyToResponse();
	}

	/**
	 * An outcome not known yet and a failure of ours are no answers; asking again may
	 * bring one.
	 */
	private static boolean isFinal(int status) {
		return status < 500 && status != HttpStatus.ACCEPTED.value() && status != HttpStatus.TOO_MANY_REQUESTS.value();
	}

	private static void replay(KeyedRequest.Answer answer, HttpServletResponse response) throws IOException {
		response.setStatus(answer.status());
		response.setContentType(answer.contentType());
		response.setHeader("Idempotent-Replayed", "true");
		if (answer.entityTag() != null) {
			response.setHeader(HttpHeaders.ETAG, answer.entityTag());
		}
		response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable String user() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null) ? authentication.getName() : null;
	}

	private static String hash(HttpServletRequest request, byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest
				.update((request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(body));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
