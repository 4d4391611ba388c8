package io.marquee.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections that are used again, as every client does. One whose next request comes
 * before the server is done with the last was never read again by reactor-netty 1.3.6 and
 * 1.3.7.
 */
class KeptAliveConnectionTests extends RunningGateway {

	private static final String PROXIED = "/api/v1/bookings/seats/s1";

	private static final String REFUSED_AT_ONCE = "/api/v1/bookings/my-bookings";

	@Test
	void isReadOnAfterARequestThatHadToWait() throws IOException {
		try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			connection.setSoTimeout(10_000);
			InputStream answers = new BufferedInputStream(connection.getInputStream());
			send(connection, PROXIED, REFUSED_AT_ONCE);
			assertThat(status(answers)).isEqualTo("HTTP/1.1 200 OK");
			assertThat(status(answers)).isEqualTo("HTTP/1.1 401 Unauthorized");
			send(connection, PROXIED);
			assertThat(status(answers)).isEqualTo("HTTP/1.1 200 OK");
		}
	}

	/** All in one packet, without waiting for answers (RFC 9112, section 9.3.2). */
	private static void send(Socket connection, String... paths) throws IOException {
		StringBuilder requests = new StringBuilder();
		for (String path : paths) {
			requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
		}
		connection.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
	}

	/** Reads a whole answer of announced length. */
	private static String status(InputStream answers) throws IOException {
		String status = line(answers);
		int length = 0;
		for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
			if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
				length = Integer.parseInt(header.substring(15).strip());
			}
		}
		answers.skipNBytes(length);
		return status;
	}

	private static String line(InputStream answers) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = answers.read(); next != '\n'; next = answers.read()) {
			assertThat(next).as("the connection ended").isNotNegative();
			line.write(next);
		}
		return line.toString(StandardCharsets.US_ASCII).strip();
	}

}
