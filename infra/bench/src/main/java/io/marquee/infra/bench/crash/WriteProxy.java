package io.marquee.infra.bench.crash;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

/**
 * Stands between a process and the store, passes everything on, and springs a trap at a
 * chosen write.
 */
final class WriteProxy implements AutoCloseable {

	private final ServerSocket server;

	private final int store;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private volatile @Nullable Trap trap;

	WriteProxy(int port, int store) {
		this.store = store;
		try {
			this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.execute(this::accept);
	}

	/** Springs this trap when its write comes; only one can be set, or none. */
	void set(@Nullable Trap next) {
		this.trap = next;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket process = this.server.accept();
				Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.store);
				process.setTcpNoDelay(true);
				upstream.setTcpNoDelay(true);
				Passage passage = new Passage(process, upstream);
				this.threads.execute(() -> passage.run(passage::requests));
				this.threads.execute(() -> passage.run(passage::answers));
			}
			catch (IOException ex) {
				// Closed, or the process gave up before it was let in.
			}
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

	/** One connection of the process. */
	private final class Passage {

		private final Socket process;

		private final Socket upstream;

		/** The write whose answer is not to arrive. */
		private volatile int doomed;

		private volatile @Nullable Trap waiting;

		private Passage(Socket process, Socket upstream) {
			this.process = process;
			this.upstream = upstream;
		}

		private void run(Direction direction) {
			try (this.process; this.upstream) {
				direction.run();
			}
			catch (IOException ex) {
				// One side is gone; the other is closed too.
			}
		}

		private void requests() throws IOException {
			DataInputStream in = new DataInputStream(new BufferedInputStream(this.process.getInputStream()));
			for (WireMessage message = WireMessage.read(in); message != null; message = WireMessage.read(in)) {
				Trap set = WriteProxy.this.trap;
				String write = message.write();
				if (set != null && write != null && set.isFor(write)) {
					if (set.moment() == CrashPoint.Moment.BEFORE) {
						set.spring();
						return;
					}
					this.doomed = message.id();
					this.waiting = set;
				}
				this.upstream.getOutputStream().write(message.bytes());
			}
		}

		private void answers() throws IOException {
			DataInputStream in = new DataInputStream(new BufferedInputStream(this.upstream.getInputStream()));
			for (WireMessage message = WireMessage.read(in); message != null; message = WireMessage.read(in)) {
				Trap set = this.waiting;
				if (set != null && message.answerTo() == this.doomed) {
					set.spring();
					return;
				}
				this.process.getOutputStream().write(message.bytes());
			}
		}

	}

	/** Passes messages on in one direction until one side is gone. */
	@FunctionalInterface
	private interface Direction {

		void run() throws IOException;

	}

}
