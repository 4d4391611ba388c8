package io.marquee.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of the gateway, which may say who they call for.
 */
final class TrustedProxies {

	private static final int IPV4_BITS = 32;

	private static final int IPV6_BITS = 128;

	private final List<IpSubnetFilterRule> networks;

	/**
	 * Reads the list.
	 * @param networks addresses such as {@code 10.1.2.3} and networks such as
	 * {@code 10.0.0.0/8} or {@code 2001:db8::/32}
	 * @throws IllegalArgumentException if an entry is neither
	 */
	TrustedProxies(List<String> networks) {
		this.networks = networks.stream()
			.map(String::strip)
			.filter((network) -> !network.isEmpty())
			.map(TrustedProxies::parse)
			.toList();
	}

	/**
	 * Whether what this address says of others is believed.
	 * @param address an address
	 * @return whether it is in the list
	 */
	boolean trust(InetAddress address) {
		for (IpSubnetFilterRule network : this.networks) {
			if (network.matches(new InetSocketAddress(address, 0))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Reads an address as proxies write it, without asking any name server.
	 * @param text the address, maybe with a port, IPv6 maybe in brackets
	 * @return the address, or null if it is none
	 */
	static @Nullable InetAddress address(String text) {
		String host = text.strip();
		if (host.startsWith("[")) {
			int end = host.indexOf(']');
			host = (end > 0) ? host.substring(1, end) : "";
		}
		else if (host.indexOf(':') >= 0 && host.indexOf(':') == host.lastIndexOf(':')) {
			host = host.substring(0, host.indexOf(':'));
		}
		return NetUtil.createInetAddressFromIpAddressString(host);
	}

	private static IpSubnetFilterRule parse(String network) {
		String[] parts = network.split("/", -1);
		InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
		if (address == null || parts.length > 2) {
			throw invalid(network, null);
		}
		int most = (address.getAddress().length * Byte.SIZE == IPV4_BITS) ? IPV4_BITS : IPV6_BITS;
		try {
			int bits = (parts.length == 2) ? Integer.parseInt(parts[1]) : most;
			return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
		}
		catch (IllegalArgumentException ex) {
			throw invalid(network, ex);
		}
	}

	private static IllegalArgumentException invalid(String network, @Nullable Exception cause) {
		return new IllegalArgumentException(
				"MARQUEE_TRUSTED_PROXIES: '" + network + "' is neither an address nor a network such as 10.0.0.0/8",
				cause);
	}

}
