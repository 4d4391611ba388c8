package io.marquee.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a request comes from and what address it was made to: as the connection shows it,
 * or as a trusted proxy at the other end of it says. A proxy adds its caller at the right
 * of X-Forwarded-For, so that whatever a client itself wrote there stands further left
 * (RFC 7239, section 8.1).
 *
 * @param client the client's IP address, or null if the connection has none
 * @param scheme {@code http} or {@code https}
 * @param host the host that was asked, or null if the request names none
 * @param port the port that was asked
 */
record ClientAddress(@Nullable String client, String scheme, @Nullable String host, int port) {

	private static final int HTTP_PORT = 80;

	private static final int HTTPS_PORT = 443;

	private static final int LAST_PORT = 65535;

	private static final Pattern HOST = Pattern
		.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:(\\d{1,5}))?");

	private static final Pattern PORT = Pattern.compile("\\d{1,5}");

	static ClientAddress of(ServerHttpRequest request, TrustedProxies proxies) {
		InetSocketAddress peer = request.getRemoteAddress();
		InetAddress caller = (peer != null) ? peer.getAddress() : null;
		URI address = request.getURI();
		String scheme = "https".equals(address.getScheme()) ? "https" : "http";
		if (caller == null || !proxies.trust(caller)) {
			return new ClientAddress((caller != null) ? NetUtil.toAddressString(caller) : null, scheme,
					address.getHost(), (address.getPort() != -1) ? address.getPort() : portOf(scheme));
		}
		HttpHeaders said = request.getHeaders();
		String client = NetUtil.toAddressString(clientOf(caller, said.getValuesAsList("X-Forwarded-For"), proxies));
		return saidBy(said, client, scheme, address);
	}

	/** From right to left, as far as each one's caller is believed. */
	private static InetAddress clientOf(InetAddress caller, List<String> forwardedFor, TrustedProxies proxies) {
		InetAddress client = caller;
		for (int i = forwardedFor.size() - 1; i >= 0 && proxies.trust(client); i--) {
			InetAddress before = TrustedProxies.address(forwardedFor.get(i));
			if (before == null) {
				// Whoever is behind this one, nobody says it.
				return client;
			}
			client = before;
		}
		return client;
	}

	private static ClientAddress saidBy(HttpHeaders said, String client, String ownScheme, URI own) {
		String proto = last(said, "X-Forwarded-Proto");
		String scheme = (proto != null && (proto.equals("http") || proto.equals("https"))) ? proto : ownScheme;
		var forwardedHost = HOST.matcher(String.valueOf(last(said, "X-Forwarded-Host")));
		boolean hostSaid = said.containsHeader("X-Forwarded-Host") && forwardedHost.matches();
		String host = hostSaid ? forwardedHost.group(1) : own.getHost();
		String port = last(said, "X-Forwarded-Port");
		if (port == null) {
			port = hostSaid ? forwardedHost.group(3) : null;
		}
		if (port != null && PORT.matcher(port).matches() && Integer.parseInt(port) <= LAST_PORT) {
			return new ClientAddress(client, scheme, host, Integer.parseInt(port));
		}
		boolean ownPort = proto == null && !hostSaid && own.getPort() != -1;
		return new ClientAddress(client, scheme, host, ownPort ? own.getPort() : portOf(scheme));
	}

	/** What the proxy next to us says stands last, if several have added to it. */
	private static @Nullable String last(HttpHeaders headers, String name) {
		List<String> values = headers.getValuesAsList(name);
		return values.isEmpty() ? null : values.getLast();
	}

	private static int portOf(String scheme) {
		return "https".equals(scheme) ? HTTPS_PORT : HTTP_PORT;
	}

}
