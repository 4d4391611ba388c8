package io.marquee.notification.user;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Asks auth-service who a customer is.
 */
@FeignClient(name = "auth-service")
public interface Users {

	/**
	 * Looks a customer up.
	 * @param id the customer's id
	 * @return where mail for them goes
	 */
	@GetMapping("/internal/users/{id}")
	Recipient find(@PathVariable("id") String id);

}
