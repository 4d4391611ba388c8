package io.marquee.infra.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.jspecify.annotations.Nullable;

/**
 * The ports of this machine.
 */
public final class Ports {

	private Ports() {
	}

	/**
	 * Whether a server could listen there now.
	 * @param port the port
	 * @return whether it is free, on the loopback address and on all of them
	 */
	public static boolean isFree(int port) {
		return binds(port, null) && binds(port, InetAddress.getLoopbackAddress());
	}

	private static boolean binds(int port, @Nullable InetAddress address) {
		try (ServerSocket socket = new ServerSocket(port, 1, address)) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
