package io.marquee.offers.offer.web;

import java.time.Clock;

import io.marquee.offers.listing.AdminListing;
import io.marquee.offers.offer.Offer;
import io.marquee.offers.offer.OfferDraft;
import io.marquee.offers.offer.OfferView;
import io.marquee.offers.offer.Offers;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/offers")
class OfferAdminController extends AdminListing<Offer, OfferDraft, OfferView> {

	OfferAdminController(Offers offers, Clock clock) {
		super("OFFER", offers, OfferView::forAdmin, clock);
	}

}
