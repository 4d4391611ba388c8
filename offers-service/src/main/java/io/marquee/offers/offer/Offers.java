package io.marquee.offers.offer;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

/**
 * All offers.
 */
public interface Offers extends MongoRepository<Offer, String> {

	/**
	 * The offer of a coupon.
	 * @param code the coupon's code, in upper case
	 * @return the offer
	 */
	Optional<Offer> findByCode(String code);

	/**
	 * The offers that hold now.
	 * @param now the current instant
	 * @param page which of them
	 * @return the offers
	 */
	@Query("{active: true, validUntil: {$gt: ?0}, validFrom: {$lte: ?0}}")
	Page<Offer> running(Instant now, Pageable page);

	/**
	 * The offers of a category that hold now.
	 * @param category the category
	 * @param now the current instant
	 * @param page which of them
	 * @return the offers
	 */
	@Query("{active: true, category: ?0, validUntil: {$gt: ?1}, validFrom: {$lte: ?1}}")
	Page<Offer> running(OfferCategory category, Instant now, Pageable page);

}
