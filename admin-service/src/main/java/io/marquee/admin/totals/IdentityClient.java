package io.marquee.admin.totals;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

@FeignClient(name = "auth-service")
interface IdentityClient {

	@GetMapping("/internal/totals")
	UserTotals totals();

	record UserTotals(long users, long blockedUsers) {
	}

}
