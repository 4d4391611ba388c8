package io.marquee.infra.bench.contention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.marquee.infra.bench.stack.BookingProcess;
import io.marquee.infra.bench.stack.Outage;
import io.marquee.infra.bench.stack.Stack;

/** Kills the processes in turn and starts them again. */
final class Saboteur {

	private final Stack stack;

	private final Size size;

	private final Consumer<String> progress;

	private final List<Outage> outages = new ArrayList<>();

	private CompletableFuture<Outage> last = CompletableFuture.completedFuture(null);

	private int kills;

	Saboteur(Stack stack, Size size, Consumer<String> progress) {
		this.stack = stack;
		this.size = size;
		this.progress = progress;
	}

	/** Is told of every buyer that comes. */
	synchronized void at(int buyer) {
		int next = this.size.buyers() * (this.kills + 1) / (this.size.kills() + 1);
		if (buyer >= next && this.kills < this.size.kills() && this.last.isDone()) {
			List<BookingProcess> all = this.stack.bookings();
			String victim = all.get(this.kills++ % all.size()).name();
			this.last = CompletableFuture.supplyAsync(() -> killed(victim), Thread::startVirtualThread);
		}
	}

	private Outage killed(String victim) {
		try {
			Instant killedAt = this.stack.kill(victim);
			this.progress.accept("killed " + victim);
			Instant readyAt = this.stack.restart(victim);
			this.progress.accept(victim + " is back");
			Outage outage = new Outage(victim, killedAt, readyAt);
			synchronized (this) {
				this.outages.add(outage);
			}
			return outage;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Whether there is still something to be killed or to come back. */
	synchronized boolean isBusy() {
		return this.kills < this.size.kills() || !this.last.isDone();
	}

	List<Outage> outages() {
		this.last.join();
		synchronized (this) {
			return List.copyOf(this.outages);
		}
	}

}
