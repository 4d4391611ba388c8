package io.marquee.catalog.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import org.springframework.dao.DataAccessException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Wakes the indexes up when a replica has written something. Every replica has its own
 * indexes, hence a consumer group of its own; what was said before it listens it has read
 * from the database. Of an event only its type and key are read, so that neither its age
 * nor its order nor a body nobody can read matters.
 */
@Component
class CatalogueEvents {

	private static final Log log = LogFactory.getLog(CatalogueEvents.class);

	/** The collections by how the types of their events begin. */
	private static final Map<String, String> KINDS = Map.of("marquee.movie.", "movies", "marquee.venue.", "venues",
			"marquee.show.", "shows");

	private final KeepingIndexesCurrent indexes;

	CatalogueEvents(KeepingIndexesCurrent indexes) {
		this.indexes = indexes;
	}

	@KafkaListener(topics = "marquee.catalog.v1", groupId = "catalog-service-indexes-${random.uuid}", batch = "true",
			properties = "auto.offset.reset=latest")
	void on(List<ConsumerRecord<String, ?>> events) {
		Map<String, List<String>> changed = new HashMap<>();
		for (ConsumerRecord<String, ?> event : events) {
			Header header = event.headers().lastHeader("ce_type");
			String type = (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
			KINDS.forEach((beginning, kind) -> {
				if (event.key() != null && type.startsWith(beginning)) {
					changed.computeIfAbsent(kind, (name) -> new ArrayList<>()).add(event.key());
				}
			});
		}
		for (LiveIndex<?> index : this.indexes.all()) {
			index.hint(changed.getOrDefault(index.kind(), List.of()));
		}
		try {
			if (this.indexes.filled()) {
				this.indexes.all().forEach(LiveIndex::catchUp);
			}
		}
		catch (DataAccessException ex) {
			log.warn("What has changed is read with the next look: " + ex.getMessage());
		}
	}

}
