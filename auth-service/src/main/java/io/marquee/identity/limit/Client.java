package io.marquee.identity.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request comes from, as the proxies before this service tell.
 *
 * @param address the network address
 */
public record Client(String address) {

	private static final int NETWORK_BYTES = 8;

	/**
	 * Who sent a request.
	 * @param request the request
	 * @return its client
	 */
	public static Client of(HttpServletRequest request) {
		return new Client(request.getRemoteAddr());
	}

	/**
	 * What limits count by: an IPv4 address, or the first 64 bits of an IPv6 address,
	 * which is the least that a customer of a provider has to choose from (RFC 6177).
	 * @return the network
	 */
	public String network() {
		try {
			InetAddress parsed = InetAddress.ofLiteral(this.address);
			if (parsed instanceof Inet6Address six) {
				byte[] bytes = six.getAddress();
				Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
				return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
			}
			return parsed.getHostAddress();
		}
		catch (IllegalArgumentException | UnknownHostException ex) {
			// A name, from a proxy that hides addresses.
			return this.address;
		}
	}

}
