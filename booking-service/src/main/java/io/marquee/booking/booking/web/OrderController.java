package io.marquee.booking.booking.web;

import io.marquee.booking.booking.BookingStatus;
import io.marquee.booking.booking.Customer;
import io.marquee.booking.booking.FindingBookings;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/user/orders")
class OrderController {

	private final FindingBookings finding;

	OrderController(FindingBookings finding) {
		this.finding = finding;
	}

	@GetMapping
	PageView<OrderView> mine(@RequestParam(required = false) @Nullable String status, Paging paging, CurrentUser user) {
		Parameters parameters = new Parameters();
		BookingStatus wanted = parameters.constant("status", status, BookingStatus.class);
		parameters.check();
		return this.finding.ordersOf(Customer.of(user, Customer.READ), wanted, paging).map(OrderView::of);
	}

	@GetMapping("/{orderId}")
	OrderView order(@PathVariable String orderId, CurrentUser user) {
		return OrderView.of(this.finding.order(orderId, Customer.of(user, Customer.READ)));
	}

}
