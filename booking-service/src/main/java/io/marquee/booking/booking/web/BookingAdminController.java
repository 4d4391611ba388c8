package io.marquee.booking.booking.web;

import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.BookingProblems;
import io.marquee.booking.booking.FindingBookings;
import io.marquee.booking.booking.RefundingByHand;
import io.marquee.platform.money.Money;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.ResponseMessage;
import io.marquee.platform.web.SortableBy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/bookings")
class BookingAdminController {

	private final RefundingByHand refunding;

	private final FindingBookings finding;

	BookingAdminController(RefundingByHand refunding, FindingBookings finding) {
		this.refunding = refunding;
		this.finding = finding;
	}

	@GetMapping
	PageView<AdminBookingView> all(@ParameterObject @ModelAttribute BookingQuery query,
			@SortableBy(value = "createdAt", byDefault = "-createdAt") Paging paging) {
		BookingId after = query.cursor();
		if (after != null && paging.page() > 1) {
			throw ApiException.invalid("page", "says the same as after; leave one of them out");
		}
		boolean oldestFirst = paging.sort().stream().findFirst().map(Sort.Order::isAscending).orElse(false);
		return this.finding.all(query.search(), after, oldestFirst, paging).map(AdminBookingView::of);
	}

	@GetMapping("/{id}")
	AdminBookingView one(@PathVariable String id) {
		return BookingId.parse(id)
			.flatMap(this.finding::find)
			.map(AdminBookingView::of)
			.orElseThrow(BookingProblems::notFound);
	}

	@PostMapping("/{id}/refund")
	@ResponseMessage("The refund is under way")
	BookingView refund(@PathVariable String id, @Valid @RequestBody(required = false) @Nullable RefundRequest request,
			CurrentUser user) {
		BookingId booking = BookingId.parse(id).orElseThrow(BookingProblems::notFound);
		RefundRequest wanted = (request != null) ? request : new RefundRequest(null, null);
		return BookingView.of(this.refunding.refund(booking, wanted.money(), user.id(), wanted.reason()));
	}

	/**
	 * Body of a refund by hand.
	 *
	 * @param amount how much; all that is left of the payment when absent
	 */
	record RefundRequest(@Nullable @Valid Amount amount, @Nullable @Size(max = 500) String reason) {

		@Nullable Money money() {
			return (this.amount != null) ? Money.of(this.amount.amount(), this.amount.currency()) : null;
		}

		record Amount(@NotNull @Pattern(regexp = "\\d{1,9}(\\.\\d{1,2})?") String amount,
				@NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {
		}

	}

}
