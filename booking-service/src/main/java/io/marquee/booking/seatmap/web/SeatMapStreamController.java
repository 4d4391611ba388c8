package io.marquee.booking.seatmap.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import io.marquee.booking.seatmap.LiveSeatMaps;
import io.marquee.booking.seatmap.Message;
import io.marquee.booking.seatmap.Subscription;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seat map as server-sent events. The request stays on its virtual thread, which
 * waits for news and writes them; a reader that does not read blocks this thread alone,
 * until the server's time-out for writing.
 */
@RestController
class SeatMapStreamController {

	private static final Log log = LogFactory.getLog(SeatMapStreamController.class);

	private final LiveSeatMaps seatMaps;

	private final JsonMapper json;

	SeatMapStreamController(LiveSeatMaps seatMaps, JsonMapper json) {
		this.seatMaps = seatMaps;
		this.json = json;
	}

	@GetMapping(path = "/api/v1/bookings/seats/{showId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void stream(@PathVariable String showId,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
			HttpServletRequest request, HttpServletResponse response) {
		boolean told = Message.Closed.ID.equals(lastEventId);
		if (!this.seatMaps.isWorthWatching(showId) && told) {
			// Browsers come back for ever unless they get this.
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
			return;
		}
		ShallowEtagHeaderFilter.disableContentCaching(request);
		if (HttpMethod.HEAD.matches(request.getMethod())) {
			prepare(response);
			return;
		}
		try (Subscription subscription = this.seatMaps.subscribe(showId, lastEventId)) {
			prepare(response);
			write(subscription, new EventStream(response.getOutputStream(), this.json));
		}
		catch (IOException ex) {
			log.debug("A subscriber went away or did not read", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void prepare(HttpServletResponse response) {
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		// Asks proxies such as nginx not to collect the answer before they pass it on.
		response.setHeader("X-Accel-Buffering", "no");
	}

	private static void write(Subscription subscription, EventStream stream) throws IOException, InterruptedException {
		stream.open();
		while (true) {
			switch (subscription.next()) {
				case Message.Snapshot snapshot -> stream.event("snapshot", snapshot.id(), snapshot.map());
				case Message.Changes changes -> stream.event("changes", changes.id(), changes.seats());
				case Message.Heartbeat _ -> stream.comment();
				case Message.Closed closed -> {
					stream.event("closed", Message.Closed.ID, closed);
					return;
				}
				case Message.End _ -> {
					return;
				}
			}
		}
	}

	/** Writes events in the format of the WHATWG. */
	private static final class EventStream {

		/** Milliseconds until a client comes back that lost its connection. */
		private static final String RETRY = "retry: 2000\n\n";

		private final OutputStream out;

		private final JsonMapper json;

		EventStream(OutputStream out, JsonMapper json) {
			this.out = out;
			this.json = json;
		}

		void open() throws IOException {
			send(RETRY);
		}

		void event(String name, String id, Object data) throws IOException {
			send("event: " + name + "\nid: " + id + "\ndata: " + this.json.writeValueAsString(data) + "\n\n");
		}

		void comment() throws IOException {
			send(":\n\n");
		}

		private void send(String text) throws IOException {
			this.out.write(text.getBytes(StandardCharsets.UTF_8));
			this.out.flush();
		}

	}

}
