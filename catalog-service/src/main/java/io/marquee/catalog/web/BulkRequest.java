package io.marquee.catalog.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

/**
 * What a bulk operation works on.
 *
 * @param ids the ids
 */
public record BulkRequest(@NotEmpty @Size(max = 100) @JsonAlias( {
		"movieIds", "venueIds", "showIds" }) List<@NotBlank String> ids){
}
