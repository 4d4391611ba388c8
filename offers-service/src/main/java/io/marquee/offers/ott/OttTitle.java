package io.marquee.offers.ott;

import java.time.Instant;

import io.marquee.offers.listing.Listed;
import io.marquee.offers.listing.Names;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A film or series on a streaming platform.
 *
 * @param id its id
 * @param version guards against two administrators saving over each other
 * @param profile what is told of it
 * @param platformKey the platform as it is looked up
 * @param active whether the public sees it
 * @param createdAt when it was listed
 * @param updatedAt when it was last changed
 */
@Document("ottTitles")
public record OttTitle(@Id String id, @Version @Nullable Long version, OttProfile profile, String platformKey,
		boolean active, Instant createdAt, Instant updatedAt) implements Listed<OttTitle> {

	static OttTitle listed(String id, OttProfile profile, Instant now) {
		return new OttTitle(id, null, profile, Names.key(profile.platform()), true, now, now);
	}

	OttTitle with(OttProfile changed, Instant now) {
		return new OttTitle(this.id, this.version, changed, Names.key(changed.platform()), this.active, this.createdAt,
				now);
	}

	@Override
	public OttTitle toggled(Instant now) {
		return new OttTitle(this.id, this.version, this.profile, this.platformKey, !this.active, this.createdAt, now);
	}

}
