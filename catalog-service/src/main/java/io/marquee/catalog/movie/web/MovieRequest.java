package io.marquee.catalog.movie.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.marquee.catalog.movie.MovieDetails;

/**
 * A movie as the administration sends it.
 */
record MovieRequest(@NotBlank @Size(max = 200) String title, @Nullable @Size(max = 200) String originalTitle,
		@NotEmpty @Size(max = 20) @JsonAlias("language") @JsonFormat(
				with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<@NotBlank @Size(
						max = 40) String> languages,
		@NotEmpty @Size(max = 10) @JsonAlias("genre") @JsonFormat(
				with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<@NotBlank @Size(max = 40) String> genres,
		@Nullable @Pattern(regexp = "U|UA|UA 7\\+|UA 13\\+|UA 16\\+|A|S",
				message = "must be one of U, UA, UA 7+, UA 13+, UA 16+, A, S") String certificate,
		@NotNull @Min(1) @Max(600) Integer durationMinutes,
		@Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> cast,
		@Nullable @Size(max = 20) @JsonAlias("director") @JsonFormat(
				with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<@NotBlank @Size(
						max = 100) String> directors,
		@Nullable @Size(max = 4000) @JsonAlias("description") String synopsis,
		@Nullable @DecimalMin("0") @DecimalMax("10") BigDecimal rating, @Nullable LocalDate releaseDate,
		@Nullable @Min(0) @Max(100) Integer popularity, @Nullable @PosterUrl @Size(max = 1000) String posterUrl,
		@Nullable @Pattern(regexp = "\\S{1,100}",
				message = "must be 1 to 100 characters without a space") String externalId) {

	static MovieRequest of(MovieDetails details) {
		LocalDate released = (details.releaseDate() != null) ? LocalDate.parse(details.releaseDate()) : null;
		return new MovieRequest(details.title(), details.originalTitle(), details.languages(), details.genres(),
				details.certificate(), details.durationMinutes(), details.cast(), details.directors(),
				details.synopsis(), details.rating(), released, details.popularity(), details.posterUrl(),
				details.externalId());
	}

	MovieDetails details() {
		String stripped = this.title.strip();
		return new MovieDetails(stripped, Objects.requireNonNullElse(text(this.originalTitle), stripped),
				stripped(this.languages), stripped(this.genres), this.certificate, this.durationMinutes,
				stripped(this.cast), stripped(this.directors), text(this.synopsis), this.rating,
				(this.releaseDate != null) ? this.releaseDate.toString() : null,
				Objects.requireNonNullElse(this.popularity, 0), this.posterUrl, this.externalId);
	}

	private static @Nullable String text(@Nullable String text) {
		return (text != null && !text.isBlank()) ? text.strip() : null;
	}

	private static List<String> stripped(@Nullable List<String> texts) {
		return (texts != null) ? texts.stream().map(String::strip).distinct().toList() : List.of();
	}

}
