package io.marquee.gateway.edge;

import java.net.InetSocketAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientAddressTests {

	private static final TrustedProxies PROXIES = new TrustedProxies(
			List.of("10.0.0.0/8", " 192.168.7.7 ", "2001:db8:1::/48", ""));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# peer        | X-Forwarded-For                            | client           | why
					203.0.113.9   | 1.2.3.4                                    | 203.0.113.9      | nobody trusts a client
					203.0.113.9   | 10.0.0.1                                   | 203.0.113.9      | not even in a proxy's name
					10.0.0.1      | 198.51.100.4                               | 198.51.100.4     | said by the proxy
					10.0.0.1      | 1.2.3.4, 198.51.100.4                      | 198.51.100.4     | the left is the client's invention
					10.0.0.1      | 10.9.9.9, 198.51.100.4                     | 198.51.100.4     | even if it names a proxy
					10.0.0.1      | 1.2.3.4, 198.51.100.4, 192.168.7.7         | 198.51.100.4     | two proxies
					10.0.0.1      | 1.2.3.4, 198.51.100.4, 192.168.7.8         | 192.168.7.8      | the second is not trusted
					10.0.0.1      | 10.0.0.3, 10.0.0.2                         | 10.0.0.3         | a client of ours
					10.0.0.1      | 1.2.3.4, garbage                           | 10.0.0.1         | nothing behind garbage is believed
					10.0.0.1      | 1.2.3.4, garbage, 10.0.0.2                 | 10.0.0.2         | but what stands before it
					10.0.0.1      | 1.2.3.4, unknown                           | 10.0.0.1         | as RFC 7239 calls it
					10.0.0.1      | 198.51.100.4:51234                         | 198.51.100.4     | with a port
					10.0.0.1      | 2001:db8::7                                | 2001:db8::7      | IPv6
					10.0.0.1      | [2001:db8::7]:443                          | 2001:db8::7      | with a port
					10.0.0.1      | 2001:DB8:0:0:0:0:0:7                       | 2001:db8::7      | in its one spelling
					10.0.0.1      | 999.1.1.1                                  | 10.0.0.1         | no address
					10.0.0.1      | 1                                          | 10.0.0.1         | no address
					10.0.0.1      | localhost                                  | 10.0.0.1         | no name server is asked
					10.0.0.1      | [::1                                       | 10.0.0.1         | no address
					2001:db8:1::5 | 198.51.100.4                               | 198.51.100.4     | an IPv6 proxy
					2001:db8:2::5 | 198.51.100.4                               | 2001:db8:2::5    | another network
					""")
	void believesWhatATrustedProxySaysAndNobodyElse(String peer, String forwardedFor, String client, String why) {
		MockServerHttpRequest request = from(peer).header("X-Forwarded-For", forwardedFor).build();

		assertThat(ClientAddress.of(request, PROXIES).client()).as(why).isEqualTo(client);
	}

	@Test
	void readsSeveralHeadersAsOne() {
		MockServerHttpRequest request = from("10.0.0.1").header("X-Forwarded-For", "1.2.3.4")
			.header("X-Forwarded-For", "198.51.100.4, 10.0.0.2")
			.build();

		assertThat(ClientAddress.of(request, PROXIES).client()).isEqualTo("198.51.100.4");
	}

	@Test
	void trustsNobodyUnlessTold() {
		MockServerHttpRequest request = from("127.0.0.1").header("X-Forwarded-For", "1.2.3.4")
			.header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Host", "evil.example")
			.header("X-Forwarded-Port", "1")
			.build();

		assertThat(ClientAddress.of(request, new TrustedProxies(List.of())))
			.isEqualTo(new ClientAddress("127.0.0.1", "http", "gateway", 8080));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			# proto      | host                    | port  | scheme | host             | port
			https        | tickets.example         | -     | https  | tickets.example  | 443
			https        | tickets.example:8443    | -     | https  | tickets.example  | 8443
			https        | tickets.example         | 9443  | https  | tickets.example  | 9443
			http,https   | a.example, b.example    | -     | https  | b.example        | 443
			-            | -                       | -     | http   | gateway          | 8080
			https        | -                       | -     | https  | gateway          | 443
			gopher       | -                       | -     | http   | gateway          | 80
			-            | evil/../path            | -     | http   | gateway          | 8080
			-            | [2001:db8::7]:8443      | -     | http   | [2001:db8::7]    | 8443
			https        | tickets.example         | 99999 | https  | tickets.example  | 443
			https        | tickets.example         | x     | https  | tickets.example  | 443
			""")
	void takesTheAddressThatWasAskedFromATrustedProxy(String proto, String host, String port, String scheme,
			String asked, int askedPort) {
		MockServerHttpRequest.BaseBuilder<?> request = from("10.0.0.1");
		if (proto != null) {
			request.header("X-Forwarded-Proto", proto);
		}
		if (host != null) {
			request.header("X-Forwarded-Host", host);
		}
		if (port != null) {
			request.header("X-Forwarded-Port", port);
		}

		assertThat(ClientAddress.of(request.build(), PROXIES))
			.isEqualTo(new ClientAddress("10.0.0.1", scheme, asked, askedPort));
	}

	@ParameterizedTest
	@ValueSource(strings = { "10\\..*", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "proxy.example",
			"2001:db8::/129", "10.0.0", "10.0.0.0/x" })
	void refusesToStartWithAProxyThatIsNoAddress(String entry) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of("10.0.0.1", entry)))
			.withMessageContaining("MARQUEE_TRUSTED_PROXIES")
			.withMessageContaining(entry);
	}

	private static MockServerHttpRequest.BaseBuilder<?> from(String peer) {
		return MockServerHttpRequest.get("http://gateway:8080/api/v1/user/movies")
			.remoteAddress(new InetSocketAddress(peer, 50000));
	}

}
