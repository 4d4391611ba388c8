package io.marquee.identity.session.web;

import io.marquee.identity.session.OwnSessions;
import io.marquee.identity.session.SessionView;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.ResponseMessage;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth/sessions")
class SessionController {

	private final OwnSessions sessions;

	SessionController(OwnSessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping
	ResponseEntity<PageView<SessionView>> all(@AuthenticationPrincipal Jwt token, Paging paging) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(PageView.cut(this.sessions.of(token.getSubject(), token.getClaimAsString("sid")), paging));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("Signed out")
	EndedView end(@AuthenticationPrincipal Jwt token, @PathVariable String id) {
		this.sessions.end(token.getSubject(), id);
		return new EndedView(id, true);
	}

	record EndedView(String id, boolean loggedOut) {

	}

}
