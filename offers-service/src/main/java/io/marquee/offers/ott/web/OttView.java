package io.marquee.offers.ott.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.marquee.offers.ott.OttProfile;
import io.marquee.offers.ott.OttTitle;
import org.jspecify.annotations.Nullable;

/**
 * A streaming title as it is shown, to administrators with whether it is shown at all.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OttView(String id, @JsonUnwrapped OttProfile profile, @Nullable Boolean active, Instant createdAt,
		Instant updatedAt) {

	static OttView forPublic(OttTitle title) {
		return new OttView(title.id(), title.profile(), null, title.createdAt(), title.updatedAt());
	}

	static OttView forAdmin(OttTitle title) {
		return new OttView(title.id(), title.profile(), title.active(), title.createdAt(), title.updatedAt());
	}

}
