package io.marquee.admin.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import io.marquee.admin.figures.BusinessSettings;
import io.marquee.admin.figures.Figures;
import io.marquee.admin.totals.AskingTotals;

import org.springframework.stereotype.Service;

/**
 * Puts together what administrators look at first.
 */
@Service
public class Dashboard {

	private final Figures figures;

	private final AskingTotals totals;

	private final BusinessSettings business;

	private final Clock clock;

	Dashboard(Figures figures, AskingTotals totals, BusinessSettings business, Clock clock) {
		this.figures = figures;
		this.totals = totals;
		this.business = business;
		this.clock = clock;
	}

	/**
	 * The dashboard as of now.
	 * @return the dashboard
	 */
	public DashboardStats stats() {
		Instant now = this.clock.instant();
		LocalDate today = this.business.day(now);
		AskingTotals.Answer answer = this.totals.ask();
		return DashboardStats.of(now, this.business.zone().getId(),
				this.figures.between(today.minusDays(DashboardStats.DAYS_OF_MONTH - 1L), today), answer.totals(),
				answer.notes());
	}

}
