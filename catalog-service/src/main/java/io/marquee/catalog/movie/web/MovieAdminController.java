package io.marquee.catalog.movie.web;

import java.util.List;

import jakarta.validation.Valid;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.movie.ChangingMovies;
import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.search.FoundPage;
import io.marquee.catalog.web.BulkRequest;
import io.marquee.catalog.web.BulkResult;
import io.marquee.catalog.web.MergePatch;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.ResponseMessage;
import io.marquee.platform.web.SortableBy;

/**
 * Movies for the administration.
 */
@RestController
@RequestMapping("/api/v1/admin/movies")
class MovieAdminController {

	private final FindingMovies finding;

	private final ChangingMovies changing;

	private final MergePatch patches;

	MovieAdminController(FindingMovies finding, ChangingMovies changing, MergePatch patches) {
		this.finding = finding;
		this.changing = changing;
		this.patches = patches;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@ResponseMessage("Movie added")
	MovieView add(@Valid @RequestBody MovieRequest request) {
		return MovieView.of(this.changing.add(request.details()));
	}

	@GetMapping
	FoundPage<MovieView> list(@Valid @ModelAttribute MovieQuery query,
			@SortableBy({ "title", "rating", "releaseDate", "popularity" }) Paging paging) {
		return this.finding.any(query.filter(), query.wantedFacets(), paging).map(MovieView::of);
	}

	@GetMapping("/{id}")
	MovieView get(@PathVariable String id) {
		return MovieView.of(this.finding.any(id));
	}

	@PutMapping("/{id}")
	MovieView replace(@PathVariable String id, @Valid @RequestBody MovieRequest request) {
		return MovieView.of(this.changing.edit(id, (before) -> request.details()));
	}

	@PatchMapping("/{id}")
	MovieView edit(@PathVariable String id, @RequestBody JsonNode patch) {
		return MovieView.of(this.changing.edit(id,
				(before) -> this.patches.apply(patch, MovieRequest.of(before), MovieRequest.class).details()));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("Movie deleted")
	void delete(@PathVariable String id) {
		this.changing.delete(id);
	}

	@PatchMapping("/{id}/toggle")
	MovieView toggle(@PathVariable String id) {
		return MovieView.of(this.changing.toggle(id));
	}

	@PostMapping("/bulk-delete")
	List<BulkResult> delete(@Valid @RequestBody BulkRequest request) {
		return BulkResult.each(request.ids(), this.changing::delete);
	}

}
