package io.marquee.identity.account.web;

import io.marquee.identity.account.People;
import io.marquee.platform.web.ApiException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What other services may ask.
 */
@RestController
@RequestMapping("/internal")
class InternalAccountController {

	private final People people;

	InternalAccountController(People people) {
		this.people = people;
	}

	@GetMapping("/users/{id}")
	AddresseeView user(@PathVariable String id) {
		return this.people.find(id)
			.map((account) -> new AddresseeView(account.id(), account.email(), account.fullName(), account.language()))
			.orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "USER_NOT_FOUND", "There is no such user"));
	}

	@GetMapping("/totals")
	People.Totals totals() {
		return this.people.totals();
	}

	/**
	 * What it takes to write to somebody.
	 */
	record AddresseeView(String id, String email, String fullName, String language) {

	}

}
