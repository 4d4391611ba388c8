package io.marquee.identity.export.web;

import java.util.Map;

import io.marquee.identity.account.People;
import io.marquee.identity.export.ExportingData;
import io.marquee.platform.web.ResponseMessage;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {

	private final People people;

	private final ExportingData exporting;

	ExportController(People people, ExportingData exporting) {
		this.people = people;
		this.exporting = exporting;
	}

	@GetMapping("/api/v1/user/profile/export")
	@ResponseMessage("Everything Marquee holds about you")
	ResponseEntity<Map<String, Object>> export(@AuthenticationPrincipal Jwt token) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"marquee-data.json\"")
			.body(this.exporting.of(this.people.accountOf(token)));
	}

}
