package io.marquee.catalog.poster;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A poster as it is stored.
 *
 * @param id what it was made from and its width, such as {@code 9f86…-800}
 * @param hash what it was made from
 * @param bytes the picture as JPEG, under 1 MiB
 * @param unusedSince since when no movie refers to it, as far as the sweeps have seen
 */
@Document("posters")
record Poster(@Id String id, String hash, byte[] bytes, @Nullable Instant unusedSince) {

	static String id(String hash, int width) {
		return hash + "-" + width;
	}

}
