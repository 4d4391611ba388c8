package io.marquee.infra.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * nginx as a reverse proxy to one port, as it is usually set up: a worker for each core,
 * kept connections, no log of each request.
 */
final class Nginx implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 10;

	private final Process process;

	private final int port;

	private Nginx(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts it.
	 * @param program the file of nginx
	 * @param directory where its files go
	 * @param port where it listens
	 * @param backend the port it passes requests to
	 * @return nginx, answering
	 * @throws InterruptedException when interrupted
	 */
	static Nginx start(String program, Path directory, int port, int backend) throws InterruptedException {
		try {
			Files.createDirectories(directory);
			Path configuration = Files.writeString(directory.resolve("nginx.conf"), configuration(port, backend));
			Process process = new ProcessBuilder(program, "-p", directory.toString(), "-e", "error.log", "-c",
					configuration.toString())
				.redirectErrorStream(true)
				.redirectOutput(directory.resolve("nginx.out").toFile())
				.start();
			Nginx nginx = new Nginx(process, port);
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
			nginx.await(directory);
			return nginx;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String configuration(int port, int backend) {
		return """
				daemon off;
				worker_processes auto;
				pid nginx.pid;
				events { worker_connections 1024; }
				http {
				  access_log off;
				  client_body_temp_path body;
				  proxy_temp_path proxy;
				  fastcgi_temp_path fastcgi;
				  uwsgi_temp_path uwsgi;
				  scgi_temp_path scgi;
				  upstream service { server 127.0.0.1:%d; keepalive 64; }
				  server {
				    listen 127.0.0.1:%d;
				    location / {
				      proxy_pass http://service;
				      proxy_http_version 1.1;
				      proxy_set_header Connection "";
				      proxy_set_header Host $host;
				      proxy_set_header X-Forwarded-For $remote_addr;
				    }
				  }
				}
				""".formatted(backend, port);
	}

	private void await(Path directory) throws IOException, InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (true) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress("127.0.0.1", this.port));
				return;
			}
			catch (IOException ex) {
				if (!this.process.isAlive() || System.nanoTime() > end) {
					close();
					throw new IOException("nginx does not start: " + Files.readString(directory.resolve("nginx.out")),
							ex);
				}
				TimeUnit.MILLISECONDS.sleep(50);
			}
		}
	}

	String address(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
