package io.marquee.catalog.show.web;

import java.time.Clock;
import java.util.Set;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.search.FoundPage;
import io.marquee.catalog.show.FindingShows;
import io.marquee.catalog.show.Show;
import io.marquee.catalog.show.ShowFilter;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.SortableBy;

/**
 * Shows for everybody.
 */
@RestController
@RequestMapping("/api/v1/user/shows")
class ShowController {

	private final FindingShows finding;

	private final FindingMovies movies;

	private final Clock clock;

	ShowController(FindingShows finding, FindingMovies movies, Clock clock) {
		this.finding = finding;
		this.movies = movies;
		this.clock = clock;
	}

	@GetMapping({ "", "/filter" })
	FoundPage<ShowView> list(@Valid @ModelAttribute ShowQuery query,
			@SortableBy({ "startsAt", "movieTitle", "venueName" }) Paging paging) {
		return this.finding.list(query.filter(), query.wantedFacets(), paging).map(this::view);
	}

	@GetMapping("/movie/{movieId}")
	PageView<ShowView> of(@PathVariable String movieId,
			@SortableBy({ "startsAt", "movieTitle", "venueName" }) Paging paging) {
		String known = this.movies.active(movieId).id();
		ShowFilter filter = new ShowFilter(known, null, null, null, null, null, null, null, null);
		return this.finding.list(filter, Set.of(), paging).plain().map(this::view);
	}

	@GetMapping("/{id}")
	ShowView get(@PathVariable String id) {
		return view(this.finding.get(id));
	}

	private ShowView view(Show show) {
		return ShowView.of(show, this.clock.instant());
	}

}
