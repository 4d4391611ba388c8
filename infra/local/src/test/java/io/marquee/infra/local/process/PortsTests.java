package io.marquee.infra.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTests {

	@Test
	void areBusyWhileSomeoneListensOnTheLoopbackAddressAlone() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
		}
	}

	@Test
	void areBusyWhileSomeoneListensOnAllAddresses() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
		}
	}

	@Test
	void areFreeAfterwards() throws IOException {
		ServerSocket socket = new ServerSocket(0);
		socket.close();

		assertThat(Ports.isFree(socket.getLocalPort())).isTrue();
	}

}
