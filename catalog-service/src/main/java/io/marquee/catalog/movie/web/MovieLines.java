package io.marquee.catalog.movie.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

import io.marquee.catalog.movie.ImportingMovies;
import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.movie.MovieDetails;
import io.marquee.catalog.transfer.Column;
import io.marquee.catalog.transfer.Columns;
import io.marquee.catalog.transfer.ImportKind;
import io.marquee.catalog.transfer.ImportLine;
import io.marquee.catalog.transfer.ImportProblems;
import io.marquee.catalog.transfer.Planned;
import io.marquee.catalog.transfer.ReadingRequests;
import io.marquee.platform.web.ApiException;

/**
 * Movies in a file.
 */
@Component
class MovieLines implements ImportKind<Movie> {

	static final Columns COLUMNS = Columns.of(Column.of(Columns.EXTERNAL_ID).isRequired(),
			Column.of("title").isRequired(), Column.of("originalTitle"), Column.list("languages").isRequired(),
			Column.list("genres").isRequired(), Column.of("certificate"), Column.of("durationMinutes").isRequired(),
			Column.list("cast"), Column.list("directors"), Column.of("synopsis"), Column.of("rating"),
			Column.of("releaseDate"), Column.of("popularity"), Column.of("posterUrl"), Column.of(Columns.ACTIVE));

	private final ImportingMovies movies;

	private final ReadingRequests requests;

	MovieLines(ImportingMovies movies, ReadingRequests requests) {
		this.movies = movies;
		this.requests = requests;
	}

	ObjectNode line(Movie movie) {
		ObjectNode line = this.requests.fields(MovieRequest.of(movie.details()));
		if (movie.details().externalId() == null) {
			line.put(Columns.EXTERNAL_ID, movie.id());
		}
		return line.put(Columns.ACTIVE, movie.active());
	}

	@Override
	public Columns columns() {
		return COLUMNS;
	}

	@Override
	public Map<String, Movie> find(Collection<String> names) {
		return this.movies.find(names);
	}

	@Override
	public List<Planned<Movie>> plan(List<ImportLine> lines, Map<String, Movie> present, ImportProblems problems) {
		List<Planned<Movie>> planned = new ArrayList<>();
		for (ImportLine line : lines) {
			Movie before = present.get(line.externalId());
			boolean active = this.requests.active(line, before == null || before.active() || before.deleted(),
					problems);
			details(line, before, problems).ifPresent((details) -> planned
				.add(new Planned<>(line, before, this.movies.planned(before, details, active))));
		}
		return planned;
	}

	private Optional<MovieDetails> details(ImportLine line, @Nullable Movie before, ImportProblems problems) {
		ObjectNode fields = (before != null) ? line.over(this.requests.fields(MovieRequest.of(before.details())))
				: line.content();
		if (before != null) {
			// Found by its own id, it keeps it.
			fields.put(Columns.EXTERNAL_ID, before.details().externalId());
		}
		return this.requests.read(line, fields, MovieRequest.class, problems).map(MovieRequest::details);
	}

	@Override
	public Map<String, ApiException> write(List<Planned<Movie>> changes) {
		return this.movies.write(changes.stream().map(Planned::change).toList());
	}

}
