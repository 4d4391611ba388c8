package io.marquee.identity.profile.web;

import java.util.Map;
import java.util.Optional;

import io.marquee.identity.account.People;
import io.marquee.identity.account.ProfileField;
import io.marquee.identity.account.UserView;
import io.marquee.identity.administration.ManagingUsers;
import io.marquee.identity.profile.ChangingProfile;
import io.marquee.platform.web.ResponseMessage;
import jakarta.validation.Valid;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/user/profile")
class ProfileController {

	private final People people;

	private final ChangingProfile changing;

	private final ManagingUsers users;

	ProfileController(People people, ChangingProfile changing, ManagingUsers users) {
		this.people = people;
		this.changing = changing;
		this.users = users;
	}

	@PutMapping
	@ResponseMessage("Your profile is saved")
	UserView replace(@AuthenticationPrincipal Jwt token, @Valid @RequestBody ProfileRequest request) {
		return change(token, request.changes());
	}

	@PatchMapping
	@ResponseMessage("Your profile is saved")
	UserView change(@AuthenticationPrincipal Jwt token, @Valid @RequestBody ProfilePatch patch) {
		return change(token, patch.changes());
	}

	@DeleteMapping
	@ResponseMessage("Your account is closed")
	ClosedView close(@AuthenticationPrincipal Jwt token) {
		String id = this.people.accountOf(token).id();
		this.users.close(id);
		return new ClosedView(id, true);
	}

	private UserView change(Jwt token, Map<ProfileField, Optional<String>> changes) {
		return UserView.of(this.changing.change(this.people.accountOf(token), changes), token);
	}

	record ClosedView(String id, boolean closed) {
	}

}
