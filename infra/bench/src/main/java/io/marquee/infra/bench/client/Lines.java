package io.marquee.infra.bench.client;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;

import io.marquee.infra.bench.http.Answer;
import io.marquee.infra.bench.http.Connection;
import io.marquee.infra.bench.stack.BookingProcess;
import io.marquee.infra.bench.stack.Stack;

/** Kept connections to each of several processes, as many as are in use at once. */
public final class Lines implements AutoCloseable {

	private final List<Line> all;

	/**
	 * Lines to processes of a stack.
	 * @param stack the stack
	 * @param processes which processes of it
	 */
	public Lines(Stack stack, List<BookingProcess> processes) {
		this.all = processes.stream()
			.map((process) -> new Line(process.name(), stack.port(process.port()), new ConcurrentLinkedDeque<>()))
			.toList();
	}

	/**
	 * Lines to one server.
	 * @param name its name
	 * @param port where it listens
	 */
	public Lines(String name, int port) {
		this.all = List.of(new Line(name, port, new ConcurrentLinkedDeque<>()));
	}

	Line any(Random random) {
		return this.all.get(random.nextInt(this.all.size()));
	}

	@Override
	public void close() {
		this.all.forEach((line) -> line.idle().forEach(Connection::close));
	}

	record Line(String process, int port, Deque<Connection> idle) {

		Answer send(String method, String path, Map<String, String> headers, String body) {
			Connection last = this.idle.pollFirst();
			Connection connection = (last != null) ? last : new Connection(this.port);
			Answer answer = connection.send(method, path, headers, body);
			this.idle.addFirst(connection);
			return answer;
		}

	}

}
