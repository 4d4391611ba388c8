package io.marquee.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A browser as far as logging in needs one: cookies by host and path, redirects, one
 * form. What is addressed to Marquee's public address goes to the service.
 */
final class Browser {

	private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

	private final Map<String, String> cookies = new TreeMap<>();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int port;

	Browser(int port) {
		this.port = port;
	}

	/** Goes where it is sent until somebody says something, or sends it to Marquee. */
	Page follow(URI address) {
		Page page = get(address);
		while (page.status() / 100 == 3 && !page.location().toString().startsWith(KeycloakServer.PUBLIC_URL)) {
			page = get(page.location());
		}
		return page;
	}

	Page get(URI address, String... headers) {
		return send(address, HttpRequest.newBuilder(reachable(address)), headers);
	}

	/** Fills in the form of a page and sends it. */
	Page logIn(Page page, String username, String password) {
		Matcher form = FORM.matcher(page.body());
		if (!form.find()) {
			throw new AssertionError("No form: " + page);
		}
		URI action = URI.create(HtmlUtils.htmlUnescape(form.group(1)));
		Page next = send(action,
				HttpRequest.newBuilder(action)
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=" + password)));
		return (next.status() / 100 == 3) ? follow(next.location()) : next;
	}

	/** All cookies for Marquee, whatever their path. */
	String kept() {
		return this.cookies.entrySet()
			.stream()
			.filter((cookie) -> cookie.getKey().startsWith("marquee.example"))
			.map((cookie) -> nameOf(cookie.getKey()) + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	private Page send(URI address, HttpRequest.Builder request, String... headers) {
		String known = cookiesFor(address);
		if (!known.isEmpty()) {
			request.header(HttpHeaders.COOKIE, known);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			response.headers().allValues(HttpHeaders.SET_COOKIE).forEach((cookie) -> keep(address, cookie));
			return new Page(address, response);
		}
		catch (IOException ex) {
			throw new AssertionError("No answer from " + address, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private URI reachable(URI address) {
		return address.toString().startsWith(KeycloakServer.PUBLIC_URL)
				? URI.create(address.toString().replace(KeycloakServer.PUBLIC_URL, "http://localhost:" + this.port))
				: address;
	}

	private String cookiesFor(URI address) {
		return this.cookies.entrySet()
			.stream()
			.filter((cookie) -> (address.getAuthority() + address.getPath())
				.startsWith(cookie.getKey().substring(0, cookie.getKey().indexOf(' '))))
			.map((cookie) -> nameOf(cookie.getKey()) + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	private void keep(URI address, String cookie) {
		String[] parts = cookie.split(";\\s*");
		String[] pair = parts[0].split("=", 2);
		String path = "/";
		boolean over = false;
		for (String part : parts) {
			path = part.startsWith("Path=") ? part.substring(5) : path;
			over = over || part.equals("Max-Age=0");
		}
		String key = address.getAuthority() + path + " " + pair[0];
		if (over) {
			this.cookies.remove(key);
		}
		else {
			this.cookies.put(key, pair[1]);
		}
	}

	private static String nameOf(String key) {
		return key.substring(key.indexOf(' ') + 1);
	}

	/**
	 * What was answered.
	 *
	 * @param address by whom
	 * @param response the answer
	 */
	record Page(URI address, HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String body() {
			return this.response.body();
		}

		String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		URI location() {
			return this.address.resolve(header(HttpHeaders.LOCATION));
		}

		JsonNode json() {
			return new JsonMapper().readTree(body());
		}

		Page expect(int status, String code) {
			if (status() != status || !code.equals(json().path("code").asString(""))) {
				throw new AssertionError("Expected " + status + " " + code + " but got " + this);
			}
			return this;
		}

		/** One parameter of where it leads to. */
		String parameter(String name) {
			String value = UriComponentsBuilder.fromUri(location()).build().getQueryParams().getFirst(name);
			return (value != null) ? java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8) : "";
		}

		@Override
		public String toString() {
			return status() + " from " + this.address + " to " + header(HttpHeaders.LOCATION) + ": "
					+ body().replaceAll("(?s)<(script|style).*?</\\1>|<[^>]+>", "").replaceAll("\\s+", " ");
		}

	}

}
