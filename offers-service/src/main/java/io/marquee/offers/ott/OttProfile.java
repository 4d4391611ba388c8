package io.marquee.offers.ott;

import java.time.Instant;
import java.util.List;

import io.marquee.offers.listing.Draft;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a streaming title, and all that an administrator decides about it.
 *
 * @param title its title
 * @param description what it is about
 * @param platform where it streams
 * @param kind film or series
 * @param year when it was first shown
 * @param language its original language
 * @param genres its genres
 * @param trending whether the house puts it forward
 */
public record OttProfile(@NotBlank @Size(max = 160) String title, @NotBlank @Size(max = 1000) String description,
		@NotBlank @Size(max = 60) String platform, @NotNull Kind kind, @NotNull @Min(1900) @Max(2100) Integer year,
		@NotBlank @Size(max = 40) String language, @NotEmpty @Size(max = 10) List<@NotBlank String> genres,
		@NotNull Boolean trending) implements Draft<OttTitle> {

	@Override
	public OttTitle toListing(String id, @Nullable OttTitle existing, Instant now) {
		return (existing != null) ? existing.with(this, now) : OttTitle.listed(id, this, now);
	}

	/**
	 * What sort of title.
	 */
	public enum Kind {

		/** A film. */
		FILM,

		/** A series. */
		SERIES

	}

}
