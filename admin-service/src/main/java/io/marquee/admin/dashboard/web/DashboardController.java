package io.marquee.admin.dashboard.web;

import io.marquee.admin.dashboard.Dashboard;
import io.marquee.admin.dashboard.DashboardStats;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/dashboard")
class DashboardController {

	private final Dashboard dashboard;

	DashboardController(Dashboard dashboard) {
		this.dashboard = dashboard;
	}

	@GetMapping("/stats")
	DashboardStats stats() {
		return this.dashboard.stats();
	}

}
