package io.marquee.infra.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks a process whether it is ready for its clients.
 */
@FunctionalInterface
public interface Probe {

	/** Enough for a busy machine, short enough to ask again. */
	int TIMEOUT_MILLIS = 2_000;

	boolean ready();

	/**
	 * Ready when the port accepts a connection.
	 * @param port the port
	 * @return the probe
	 */
	static Probe tcp(int port) {
		return () -> {
			try (Socket socket = connect(port)) {
				return socket.isConnected();
			}
			catch (IOException ex) {
				return false;
			}
		};
	}

	/**
	 * Ready when a GET answers 200. A bare socket rather than an HTTP client, which would
	 * cost {@code ./marquee status} more time than all the rest.
	 * @param port the port
	 * @param path the path
	 * @return the probe
	 */
	static Probe http(int port, String path) {
		return () -> {
			try (Socket socket = connect(port)) {
				String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
						+ "\r\nConnection: close\r\n\r\n";
				socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
				String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
				return status.endsWith(" 200");
			}
			catch (IOException ex) {
				return false;
			}
		};
	}

	private static Socket connect(int port) throws IOException {
		Socket socket = new Socket();
		socket.setSoTimeout(TIMEOUT_MILLIS);
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
		return socket;
	}

}
