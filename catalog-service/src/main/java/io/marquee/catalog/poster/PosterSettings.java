package io.marquee.catalog.poster;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be uploaded, {@code marquee.catalog.posters.*}.
 *
 * @param maxSize the largest file
 * @param maxMegapixels the largest picture, in millions of pixels
 * @param decodingMemory how much heap one picture may take while it is decoded
 * @param uploads how many uploads may be under way at once; more are told to come again
 * @param decoding how many of them are decoded at once; the others wait
 * @param keepUnused how long a poster stays that no movie refers to
 */
@Validated
@ConfigurationProperties("marquee.catalog.posters")
public record PosterSettings(@NotNull @DefaultValue("5MB") DataSize maxSize,
		@Min(1) @DefaultValue("40") int maxMegapixels, @NotNull @DefaultValue("48MB") DataSize decodingMemory,
		@Min(1) @DefaultValue("4") int uploads, @Min(1) @DefaultValue("1") int decoding,
		@NotNull @DefaultValue("1d") Duration keepUnused) {
}
