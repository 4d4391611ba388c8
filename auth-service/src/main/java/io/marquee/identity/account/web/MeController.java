package io.marquee.identity.account.web;

import io.marquee.identity.account.People;
import io.marquee.identity.account.UserView;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MeController {

	private final People people;

	MeController(People people) {
		this.people = people;
	}

	@GetMapping({ "/auth/me", "/user/profile" })
	UserView me(@AuthenticationPrincipal Jwt token) {
		return this.people.whoIs(token);
	}

}
