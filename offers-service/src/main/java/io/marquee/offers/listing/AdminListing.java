package io.marquee.offers.listing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.SortableBy;
import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * How an administrator keeps one kind of listing; each kind adds its path.
 *
 * @param <T> the kind of listing
 * @param <D> what is sent to make one
 * @param <V> what is answered
 */
public abstract class AdminListing<T extends Listed<T>, D extends Draft<T>, V> {

	private final MongoRepository<T, String> listings;

	private final Clock clock;

	private final String kind;

	private final Function<T, V> view;

	/**
	 * Sets up the administration of one kind.
	 * @param kind its name, as in {@code OFFER_NOT_FOUND}
	 * @param listings where it is kept
	 * @param view what an administrator sees of one
	 * @param clock tells when
	 */
	protected AdminListing(String kind, MongoRepository<T, String> listings, Function<T, V> view, Clock clock) {
		this.kind = kind;
		this.listings = listings;
		this.view = view;
		this.clock = clock;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	V create(@Valid @RequestBody D draft) {
		return save(draft.toListing(UUID.randomUUID().toString(), null, this.clock.instant()));
	}

	@GetMapping
	PageView<V> list(@SortableBy(value = { "createdAt", "updatedAt" }, byDefault = "-createdAt") Paging paging) {
		Page<T> page = this.listings.findAll(PublicReads.pageable(paging));
		return PageView.of(page.map(this.view).getContent(), paging, page.getTotalElements());
	}

	@GetMapping("/{id}")
	V get(@PathVariable String id) {
		return this.view.apply(find(id));
	}

	@PutMapping("/{id}")
	V replace(@PathVariable String id, @Valid @RequestBody D draft) {
		return save(draft.toListing(id, find(id), this.clock.instant()));
	}

	@PatchMapping("/{id}/toggle")
	V toggle(@PathVariable String id) {
		return save(find(id).toggled(this.clock.instant()));
	}

	@DeleteMapping("/{id}")
	void delete(@PathVariable String id) {
		this.listings.delete(find(id));
	}

	private T find(String id) {
		return this.listings.findById(id).orElseThrow(() -> PublicReads.notFound(this.kind));
	}

	private V save(T listing) {
		try {
			return this.view.apply(this.listings.save(listing));
		}
		catch (DuplicateKeyException ex) {
			throw conflict("_EXISTS", "There is such a listing already; the code of an offer is its own.", ex);
		}
		catch (OptimisticLockingFailureException ex) {
			throw conflict("_CHANGED", "Someone else changed it meanwhile; look at it again.", ex);
		}
	}

	private ApiException conflict(String code, String message, RuntimeException cause) {
		return new ApiException(HttpStatus.CONFLICT, this.kind + code, message, List.of(), null, cause);
	}

}
