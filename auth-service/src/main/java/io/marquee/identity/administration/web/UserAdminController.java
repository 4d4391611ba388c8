package io.marquee.identity.administration.web;

import java.util.List;
import java.util.Locale;

import io.marquee.identity.administration.ManagingUsers;
import io.marquee.identity.administration.Role;
import io.marquee.platform.audit.AffectedIds;
import io.marquee.platform.security.CurrentUser;
import io.marquee.platform.web.PageView;
import io.marquee.platform.web.Paging;
import io.marquee.platform.web.ResponseMessage;
import io.marquee.platform.web.SortableBy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/users")
class UserAdminController {

	private final ManagingUsers users;

	UserAdminController(ManagingUsers users) {
		this.users = users;
	}

	@GetMapping
	PageView<AdminUserView> list(@ParameterObject @ModelAttribute UserQuery query,
			@SortableBy(value = { "createdAt", "fullName", "email" }, byDefault = "-createdAt") Paging paging) {
		return this.users.list(query.read(), paging).map(AdminUserView::of);
	}

	@GetMapping("/{id}")
	AdminUserView one(@PathVariable String id) {
		return AdminUserView.of(this.users.get(id));
	}

	@PatchMapping("/{id}/block")
	@ResponseMessage("The user is blocked")
	AdminUserView block(@PathVariable String id, @Valid @RequestBody BlockRequest request, CurrentUser admin) {
		return AdminUserView.of(this.users.block(id, request.reason(), admin.id()));
	}

	@PatchMapping("/{id}/unblock")
	@ResponseMessage("The user is no longer blocked")
	AdminUserView unblock(@PathVariable String id,
			@Valid @RequestBody(required = false) @Nullable UnblockRequest request) {
		return AdminUserView.of(this.users.unblock(id));
	}

	@PatchMapping("/{id}/role")
	@ResponseMessage("The user's role is changed")
	AdminUserView role(@PathVariable String id, @Valid @RequestBody RoleRequest request) {
		return AdminUserView.of(this.users.giveRole(id, Role.valueOf(request.role().toUpperCase(Locale.ROOT))));
	}

	@DeleteMapping("/{id}")
	@ResponseMessage("The user's account is closed")
	ClosedView close(@PathVariable String id) {
		this.users.close(id);
		return new ClosedView(id, true);
	}

	@PostMapping("/bulk-toggle-block")
	OutcomesView toggle(@Valid @RequestBody BulkRequest request, CurrentUser admin) {
		AffectedIds.note(request.userIds());
		String reason = (request.reason() != null && !request.reason().isBlank()) ? request.reason()
				: "No reason given";
		return OutcomesView.of(this.users.toggle(request.userIds(), request.isBlocked(), reason, admin.id()));
	}

	record BlockRequest(@NotBlank @Size(max = 500) String reason) {

	}

	/**
	 * Body of an unblocking.
	 *
	 * @param reason why; kept with the record of what admins do
	 */
	record UnblockRequest(@Nullable @Size(max = 500) String reason) {

	}

	record RoleRequest(
			@NotNull @Pattern(regexp = "user|staff|admin", message = "must be user, staff or admin") String role) {

	}

	record BulkRequest(@NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 64) String> userIds,
			@NotNull Boolean isBlocked, @Nullable @Size(max = 500) String reason) {

	}

	record ClosedView(String id, boolean closed) {

	}

	/**
	 * What came of many.
	 *
	 * @param results of each, in their order
	 * @param succeeded how many are as asked for
	 * @param failed how many are not
	 */
	record OutcomesView(List<ManagingUsers.Outcome> results, long succeeded, long failed) {

		static OutcomesView of(List<ManagingUsers.Outcome> results) {
			long succeeded = results.stream().filter(ManagingUsers.Outcome::success).count();
			return new OutcomesView(results, succeeded, results.size() - succeeded);
		}

	}

}
