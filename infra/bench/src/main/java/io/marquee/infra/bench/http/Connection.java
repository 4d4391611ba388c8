package io.marquee.infra.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One kept connection to a server of this machine, for one thread. It takes a small part
 * of the CPU time of a full HTTP client, which matters where the load generator shares
 * two cores with what it measures; and it repeats nothing by itself.
 */
public final class Connection implements AutoCloseable {

	private static final Duration CONNECT = Duration.ofSeconds(2);

	private static final Duration READ = Duration.ofSeconds(20);

	/** Less than a server keeps a connection that is not used. */
	private static final long IDLE_NANOS = Duration.ofSeconds(5).toNanos();

	private final int port;

	private @Nullable Socket socket;

	private @Nullable InputStream in;

	private long usedAt;

	public Connection(int port) {
		this.port = port;
	}

	/**
	 * Sends a request and waits for its answer.
	 * @param method the method
	 * @param path path and query
	 * @param headers headers besides the usual ones
	 * @param body a JSON body, empty for none
	 * @return the answer, also when there was none
	 */
	public Answer send(String method, String path, Map<String, String> headers, String body) {
		boolean sent = false;
		try {
			Socket open = connected();
			byte[] request = request(method, path, headers, body);
			sent = true;
			open.getOutputStream().write(request);
			Answer answer = read();
			this.usedAt = System.nanoTime();
			return answer;
		}
		catch (IOException ex) {
			close();
			return Answer.none(String.valueOf(ex), sent);
		}
	}

	private Socket connected() throws IOException {
		if (this.socket != null && System.nanoTime() - this.usedAt > IDLE_NANOS) {
			close();
		}
		if (this.socket == null) {
			Socket fresh = new Socket();
			fresh.setTcpNoDelay(true);
			fresh.setSoTimeout((int) READ.toMillis());
			fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), (int) CONNECT.toMillis());
			this.socket = fresh;
			this.in = new BufferedInputStream(fresh.getInputStream(), 16 * 1024);
		}
		return this.socket;
	}

	private byte[] request(String method, String path, Map<String, String> headers, String body) {
		StringBuilder head = new StringBuilder(1500);
		head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost:").append(this.port);
		headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
		if (!body.isEmpty() || !method.equals("GET")) {
			int length = body.getBytes(StandardCharsets.UTF_8).length;
			head.append("\r\nContent-Type: application/json\r\nContent-Length: ").append(length);
		}
		return head.append("\r\n\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
	}

	private Answer read() throws IOException {
		String statusLine = line();
		int status = Integer.parseInt(statusLine.substring(9, 12));
		int length = 0;
		boolean chunked = false;
		boolean last = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
				length = Integer.parseInt(header.substring(15).strip());
			}
			else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
				chunked = true;
			}
			else if (header.regionMatches(true, 0, "connection:", 0, 11)) {
				last = header.substring(11).strip().equalsIgnoreCase("close");
			}
		}
		String body = chunked ? chunks() : new String(bytes(length), StandardCharsets.UTF_8);
		if (last) {
			close();
		}
		return new Answer(status, body, true);
	}

	private String chunks() throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (int size = chunkSize(); size > 0; size = chunkSize()) {
			all.write(bytes(size));
			line();
		}
		line();
		return all.toString(StandardCharsets.UTF_8);
	}

	private int chunkSize() throws IOException {
		return Integer.parseInt(line().strip(), 16);
	}

	private byte[] bytes(int length) throws IOException {
		byte[] bytes = input().readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException("The answer was cut off");
		}
		return bytes;
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder(64);
		for (int next = input().read(); next != '\n'; next = input().read()) {
			if (next < 0) {
				throw new EOFException("The connection was closed");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	private InputStream input() throws IOException {
		if (this.in == null) {
			throw new EOFException("The connection is closed");
		}
		return this.in;
	}

	@Override
	public void close() {
		Socket open = this.socket;
		this.socket = null;
		this.in = null;
		if (open != null) {
			try {
				open.close();
			}
			catch (IOException ignored) {
				// It is of no use any more.
			}
		}
	}

}
