package io.marquee.platform.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the payload of an event into a consumer's own record, which declares only the
 * fields it needs.
 */
public class EventData {

	private final JsonMapper json;

	EventData(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Reads the payload.
	 * @param <T> the consumer's record
	 * @param event the event
	 * @param type the consumer's record
	 * @return the payload
	 * @throws IllegalArgumentException if the event carries no data
	 * @throws tools.jackson.core.JacksonException if the data does not fit the record
	 */
	public <T> T read(CloudEvent event, Class<T> type) {
		CloudEventData data = event.getData();
		if (data == null) {
			throw new IllegalArgumentException("Event " + event.getId() + " of type " + event.getType() + " is empty");
		}
		return this.json.readValue(data.toBytes(), type);
	}

}
