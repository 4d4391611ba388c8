package io.marquee.identity.partner.web;

import java.util.List;
import java.util.Objects;

import io.marquee.identity.partner.ManagingPartners;
import io.marquee.identity.partner.PartnerDetails;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.ResponseMessage;
import io.marquee.platform.web.SortableBy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/partners")
class PartnerController {

	private static final String SCOPES = "catalog:read|bookings:read|bookings:write";

	private static final String SCOPE_MESSAGE = "must be catalog:read, bookings:read or bookings:write";

	private static final int MOST_REQUESTS = 6000;

	private final ManagingPartners partners;

	PartnerController(ManagingPartners partners) {
		this.partners = partners;
	}

	@PostMapping
	@ResponseMessage("The partner is made; its secret is shown this once")
	ResponseEntity<PartnerView> create(@Valid @RequestBody NewPartnerRequest request) {
		return unstored(HttpStatus.CREATED, this.partners.create(request.details()));
	}

	@GetMapping
	PageView<PartnerView> list(@SortableBy(value = { "createdAt", "name" }, byDefault = "-createdAt") Paging paging) {
		return this.partners.list(paging).map(PartnerView::of);
	}

	@GetMapping("/{id}")
	PartnerView one(@PathVariable String id) {
		return PartnerView.of(this.partners.get(id));
	}

	@PatchMapping("/{id}")
	@ResponseMessage("The partner is changed")
	PartnerView change(@PathVariable String id, @Valid @RequestBody PartnerRequest request) {
		return PartnerView.of(this.partners.change(id, request::over));
	}

	@PostMapping("/{id}/rotate-secret")
	@ResponseMessage("The secret is changed; it is shown this once")
	ResponseEntity<PartnerView> rotate(@PathVariable String id) {
		return unstored(HttpStatus.OK, this.partners.rotate(id));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("The partner is revoked")
	RevokedView revoke(@PathVariable String id) {
		this.partners.revoke(id);
		return new RevokedView(true);
	}

	private static ResponseEntity<PartnerView> unstored(HttpStatus status, ManagingPartners.WithSecret made) {
		return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(PartnerView.of(made));
	}

	record NewPartnerRequest(@NotBlank @Size(max = 100) String name,
			@NotEmpty @Size(max = 10) List<@NotNull @Pattern(regexp = SCOPES, message = SCOPE_MESSAGE) String> scopes,
			@Nullable @Min(1) @Max(MOST_REQUESTS) Integer requestsPerMinute) {

		private static final int USUAL_REQUESTS = 120;

		PartnerDetails details() {
			return new PartnerDetails(this.name, this.scopes,
					Objects.requireNonNullElse(this.requestsPerMinute, USUAL_REQUESTS));
		}

	}

	record PartnerRequest(
			@Nullable @Size(max = 100) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*",
					message = "must not be blank") String name,
			@Nullable @Size(min = 1,
					max = 10) List<@NotNull @Pattern(regexp = SCOPES, message = SCOPE_MESSAGE) String> scopes,
			@Nullable @Min(1) @Max(MOST_REQUESTS) Integer requestsPerMinute) {

		PartnerDetails over(PartnerDetails before) {
			return new PartnerDetails(Objects.requireNonNullElse(this.name, before.name()),
					Objects.requireNonNullElse(this.scopes, before.scopes()),
					Objects.requireNonNullElse(this.requestsPerMinute, before.requestsPerMinute()));
		}

	}

	record RevokedView(boolean revoked) {

	}

}
