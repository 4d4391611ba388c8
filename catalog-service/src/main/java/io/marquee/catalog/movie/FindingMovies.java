package io.marquee.catalog.movie;

import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

import io.marquee.catalog.search.Filters;
import io.marquee.catalog.search.FoundPage;
import io.marquee.catalog.store.State;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.Paging;

/**
 * Finds movies for the public and for the administration.
 */
@Service
public class FindingMovies {

	private final Movies movies;

	private final MovieIndex index;

	FindingMovies(Movies movies, MovieIndex index) {
		this.movies = movies;
		this.index = index;
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
	 * @param facets what to count over all of them: genre, language, city, format
	 * @param paging the page; without an order, words are answered by relevance and
	 * everything else by popularity
	 * @return the page
	 */
	public FoundPage<Movie> active(MovieFilter filter, Set<String> facets, Paging paging) {
		Filters active = this.index.filters(filter).is("state", State.ACTIVE.name());
		return this.index.find(active, facets, paging, Movie::active);
	}

	/**
	 * Movies for the administration.
	 * @param filter which
	 * @param facets what to count over all of them
	 * @param paging the page
	 * @return the page, inactive ones included
	 */
	public FoundPage<Movie> any(MovieFilter filter, Set<String> facets, Paging paging) {
		return this.index.find(this.index.filters(filter), facets, paging, (movie) -> movie.state() != State.DELETED);
	}

	/**
	 * How many movies there are.
	 * @return the count, inactive ones included
	 */
	public long count() {
		return this.index.count(new Filters());
	}

	private static ApiException notFound(String id) {
		return new ApiException(HttpStatus.NOT_FOUND, "MOVIE_NOT_FOUND", "There is no movie " + id);
	}

}
