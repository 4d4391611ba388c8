package io.marquee.catalog.movie.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.marquee.catalog.movie.ChangingMovies;
import io.marquee.catalog.movie.FindingMovies;
import io.marquee.catalog.movie.Movie;
import io.marquee.catalog.store.Affected;
import io.marquee.catalog.store.AffectedShows;
import io.marquee.catalog.store.Expected;
import io.marquee.catalog.search.FoundPage;
import io.marquee.catalog.web.BulkRequest;
import io.marquee.catalog.web.BulkResult;
import io.marquee.catalog.web.IfMatch;
import io.marquee.catalog.web.MergePatch;
import io.marquee.catalog.web.Tagged;
import io.marquee.platform.idempotency.Seed;
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

	private final AffectedShows affected;

	private final MergePatch patches;

	MovieAdminController(FindingMovies finding, ChangingMovies changing, AffectedShows affected, MergePatch patches) {
		this.finding = finding;
		this.changing = changing;
		this.affected = affected;
		this.patches = patches;
	}

	@PostMapping
	@ResponseMessage("Movie added")
	ResponseEntity<MovieView> add(@Valid @RequestBody MovieRequest request,
			@RequestAttribute(name = Seed.ATTRIBUTE, required = false) @Nullable Seed seed) {
		Movie added = this.changing.add(Seed.idOf(seed), request.details());
		return Tagged.created(added, MovieView.of(added));
	}

	@GetMapping
	FoundPage<MovieView> list(@Valid @ModelAttribute MovieQuery query,
			@SortableBy({ "title", "rating", "releaseDate", "popularity" }) Paging paging) {
		return this.finding.any(query.filter(), query.wantedFacets(), paging).map(MovieView::of);
	}

	@GetMapping("/{id}")
	ResponseEntity<MovieView> get(@PathVariable String id) {
		return answer(this.finding.any(id));
	}

	@PutMapping("/{id}")
	ResponseEntity<MovieView> replace(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@Valid @RequestBody MovieRequest request) {
		return answer(this.changing.edit(id, IfMatch.of(ifMatch), (before) -> request.details()));
	}

	@PatchMapping("/{id}")
	ResponseEntity<MovieView> edit(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode patch) {
		return answer(this.changing.edit(id, IfMatch.of(ifMatch),
				(before) -> this.patches.apply(patch, MovieRequest.of(before), MovieRequest.class).details()));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("Movie deleted")
	void delete(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.changing.delete(id, IfMatch.of(ifMatch));
	}

	@PatchMapping("/{id}/toggle")
	ResponseEntity<Toggled> toggle(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		Movie movie = this.changing.toggle(id, IfMatch.of(ifMatch));
		return Tagged.ok(movie, new Toggled(MovieView.of(movie), this.affected.ofMovie(id)));
	}

	@PostMapping("/bulk-delete")
	List<BulkResult> delete(@Valid @RequestBody BulkRequest request) {
		return BulkResult.each(request.ids(), (id) -> this.changing.delete(id, Expected.ANY));
	}

	private static ResponseEntity<MovieView> answer(Movie movie) {
		return Tagged.ok(movie, MovieView.of(movie));
	}

	/**
	 * A movie that was hidden or shown, and whom that concerns.
	 */
	record Toggled(@JsonUnwrapped MovieView movie, Affected affected) {

	}

}
