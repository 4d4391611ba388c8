package io.marquee.offers.ott.web;

import java.time.Clock;

import io.marquee.offers.listing.AdminListing;
import io.marquee.offers.ott.OttProfile;
import io.marquee.offers.ott.OttTitle;
import io.marquee.offers.ott.OttTitles;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/ott")
class OttAdminController extends AdminListing<OttTitle, OttProfile, OttView> {

	OttAdminController(OttTitles titles, Clock clock) {
		super("OTT_TITLE", titles, OttView::forAdmin, clock);
	}

}
