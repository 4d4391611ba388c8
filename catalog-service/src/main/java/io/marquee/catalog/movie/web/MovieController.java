package io.marquee.catalog.movie.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.movie.MovieFilter;
import io.marquee.catalog.search.FoundPage;
import io.marquee.catalog.web.WantedFacets;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.SortableBy;

/**
 * Movies for everybody.
 */
@RestController
@RequestMapping("/api/v1/user/movies")
class MovieController {

	private final FindingMovies finding;

	MovieController(FindingMovies finding) {
		this.finding = finding;
	}

	@GetMapping
	FoundPage<MovieView> list(@Valid @ModelAttribute MovieQuery query,
			@SortableBy({ "title", "rating", "releaseDate", "popularity" }) Paging paging) {
		return this.finding.active(query.filter(), query.wantedFacets(), paging).map(MovieView::of);
	}

	@GetMapping("/search")
	FoundPage<MovieView> search(@RequestParam @NotBlank @Size(max = 100) String q,
			@RequestParam(required = false) @Nullable String facets,
			@SortableBy({ "title", "rating", "releaseDate", "popularity" }) Paging paging) {
		return this.finding.active(MovieFilter.matching(q), WantedFacets.read(facets), paging).map(MovieView::of);
	}

	@GetMapping("/{id}")
	MovieView get(@PathVariable String id) {
		return MovieView.of(this.finding.active(id));
	}

}
