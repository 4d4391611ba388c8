package io.marquee.admin.totals;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

@FeignClient(name = "catalog-service")
interface CatalogClient {

	@GetMapping("/internal/totals")
	CatalogTotals totals();

	record CatalogTotals(long movies, long venues, long shows, long activeShows) {
	}

}
