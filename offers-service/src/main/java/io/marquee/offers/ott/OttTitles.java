package io.marquee.offers.ott;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

/**
 * All streaming titles.
 */
public interface OttTitles extends MongoRepository<OttTitle, String> {

	/**
	 * The titles the public sees.
	 * @param page which of them
	 * @return the titles
	 */
	Page<OttTitle> findByActiveTrue(Pageable page);

	/**
	 * The titles the house puts forward.
	 * @param page which of them
	 * @return the titles
	 */
	@Query("{active: true, 'profile.trending': true}")
	Page<OttTitle> trending(Pageable page);

	/**
	 * The titles of a platform.
	 * @param platformKey the platform's name as it is looked up
	 * @param page which of them
	 * @return the titles
	 */
	Page<OttTitle> findByActiveTrueAndPlatformKey(String platformKey, Pageable page);

}
