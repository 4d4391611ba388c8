package io.marquee.catalog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;

import io.marquee.platform.events.OutboxSource;
import io.marquee.platform.mongo.CollectionIndexes;

/**
 * The collections, their indexes and where their events go.
 */
@Configuration(proxyBeanMethods = false)
class CatalogCollections {

	static final String TOPIC = "marquee.catalog.v1";

	@Bean
	OutboxSource movieEvents() {
		return OutboxSource.compacted("movies", TOPIC);
	}

	@Bean
	OutboxSource venueEvents() {
		return OutboxSource.compacted("venues", TOPIC);
	}

	@Bean
	OutboxSource showEvents() {
		return OutboxSource.compacted("shows", TOPIC);
	}

	@Bean
	CollectionIndexes movieIndexes() {
		return CollectionIndexes.of("movies", on("changed", "updatedAt"),
				on("external_id", "details.externalId").unique().sparse());
	}

	@Bean
	CollectionIndexes venueIndexes() {
		return CollectionIndexes.of("venues", on("changed", "updatedAt"),
				on("external_id", "details.externalId").unique().sparse());
	}

	@Bean
	CollectionIndexes posterIndexes() {
		return CollectionIndexes.of("posters", on("by_hash", "hash"));
	}

	@Bean
	CollectionIndexes showIndexes() {
		return CollectionIndexes.of("shows", on("one_show_a_slot", "slots").unique().sparse(),
				on("external_id", "externalId").unique().sparse(), on("changed", "updatedAt"),
				on("by_end", "status", "endsAt"), on("by_movie", "status", "film.movieId", "startsAt"),
				on("by_venue", "status", "place.venueId", "startsAt"));
	}

	private static Index on(String name, String... fields) {
		Index index = new Index().named(name);
		for (String field : fields) {
			index.on(field, Sort.Direction.ASC);
		}
		return index;
	}

}
