package io.marquee.offers.restaurant;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.mongodb.repository.MongoRepository;

/**
 * All restaurants.
 */
public interface Restaurants extends MongoRepository<Restaurant, String> {

	/**
	 * The restaurants the public sees.
	 * @param page which of them
	 * @return the restaurants
	 */
	Page<Restaurant> findByActiveTrue(Pageable page);

	/**
	 * The restaurants of a city.
	 * @param cityKey the city's name as it is looked up
	 * @param page which of them
	 * @return the restaurants
	 */
	Page<Restaurant> findByActiveTrueAndCityKey(String cityKey, Pageable page);

}
