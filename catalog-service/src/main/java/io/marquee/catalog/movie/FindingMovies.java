package io.marquee.catalog.movie;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

import io.marquee.catalog.search.LiveIndex;
import io.marquee.catalog.search.TextIndex;
import io.marquee.catalog.store.Keys;
import io.marquee.catalog.store.State;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;

/**
 * Finds movies for the public and for the administration.
 */
@Service
public class FindingMovies {

	private final Movies movies;

	private final Showings showings;

	private final Clock clock;

	private final LiveIndex<Movie> words;

	FindingMovies(Movies movies, Showings showings, Clock clock) {
		this.movies = movies;
		this.showings = showings;
		this.clock = clock;
		this.words = new LiveIndex<>(clock, movies.stored()::changedSince, FindingMovies::entry);
	}

	/**
	 * One movie, for the public.
	 * @param id its id
	 * @return the movie
	 */
	public Movie active(String id) {
		return this.movies.find(id).filter(Movie::active).orElseThrow(() -> notFound(id));
	}

	/**
	 * One movie, for the administration.
	 * @param id its id
	 * @return the movie, active or not
	 */
	public Movie any(String id) {
		return this.movies.find(id).orElseThrow(() -> notFound(id));
	}

	/**
	 * Movies for the public.
	 * @param filter which
	 * @param paging the page; without an order, words are answered by relevance and
	 * everything else by popularity
	 * @return the page
	 */
	public PageView<Movie> active(MovieFilter filter, Paging paging) {
		return find(Criteria.where("state").is(State.ACTIVE), filter, paging);
	}

	/**
	 * Movies for the administration.
	 * @param filter which
	 * @param paging the page
	 * @return the page, inactive ones included
	 */
	public PageView<Movie> any(MovieFilter filter, Paging paging) {
		return find(Criteria.where("state").in(State.ACTIVE, State.INACTIVE), filter, paging);
	}

	void changed() {
		this.words.changed();
	}

	private PageView<Movie> find(Criteria criteria, MovieFilter filter, Paging paging) {
		if (filter.genre() != null) {
			criteria.and("genreKeys").is(Keys.of(filter.genre()));
		}
		if (filter.language() != null) {
			criteria.and("languageKeys").is(Keys.of(filter.language()));
		}
		if (filter.minRating() != null) {
			criteria.and("details.rating").gte(filter.minRating());
		}
		if (filter.status() == MovieFilter.Status.COMING_SOON) {
			criteria.and("details.releaseDate").gt(LocalDate.now(this.clock).toString());
		}
		List<String> found = StringUtils.hasText(filter.q()) ? this.words.search(filter.q()) : null;
		Set<String> ids = narrow(found, filter);
		if (ids != null) {
			criteria.and("_id").in(ids);
		}
		if (found != null && paging.sort().isUnsorted()) {
			return byRelevance(criteria, found, paging);
		}
		return this.movies.page(criteria, order(paging.sort()), paging);
	}

	private @Nullable Set<String> narrow(@Nullable List<String> found, MovieFilter filter) {
		Set<String> ids = (found != null) ? new HashSet<>(found) : null;
		if (filter.city() != null || filter.status() == MovieFilter.Status.NOW_SHOWING) {
			Set<String> showing = this.showings.moviesShowing((filter.city() != null) ? Keys.of(filter.city()) : null);
			if (ids == null) {
				return showing;
			}
			ids.retainAll(showing);
		}
		return ids;
	}

	private PageView<Movie> byRelevance(Criteria criteria, List<String> found, Paging paging) {
		Map<String, Integer> rank = new HashMap<>();
		found.forEach((id) -> rank.put(id, rank.size()));
		List<Movie> matches = new ArrayList<>(this.movies.all(criteria));
		matches.sort(Comparator.comparing((movie) -> rank.getOrDefault(movie.id(), Integer.MAX_VALUE)));
		return PageView.cut(matches, paging);
	}

	private static Sort order(Sort wanted) {
		Sort sort = wanted.isSorted() ? wanted : Sort.by(Sort.Order.desc("popularity"));
		List<Sort.Order> orders = new ArrayList<>(
				sort.map((order) -> order.withProperty("details." + order.getProperty())).toList());
		// Something unique at the end, in the same direction, or pages would overlap.
		orders.add(new Sort.Order(orders.getLast().getDirection(), "_id"));
		return Sort.by(orders);
	}

	private static TextIndex.Entry entry(Movie movie) {
		if (movie.state() == State.DELETED) {
			return new TextIndex.Entry(movie.id(), List.of(), List.of());
		}
		MovieDetails details = movie.details();
		List<String> people = new ArrayList<>(details.directors());
		people.addAll(details.cast());
		return new TextIndex.Entry(movie.id(), List.of(details.title(), details.originalTitle()), people);
	}

	private static ApiException notFound(String id) {
		return new ApiException(HttpStatus.NOT_FOUND, "MOVIE_NOT_FOUND", "There is no movie " + id);
	}

}
