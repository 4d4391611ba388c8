package io.marquee.identity.profile.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import io.marquee.identity.account.FullName;
import io.marquee.identity.account.Phone;
import io.marquee.identity.account.ProfileField;
import io.marquee.identity.account.Username;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A whole profile: what is left out is cleared.
 */
record ProfileRequest(@FullName String fullName, @Nullable @Username String username, @Nullable @Phone String phone,
		@Nullable @Size(max = 500) String address, @Nullable @Language String language,
		@Nullable @PictureAddress String profilePicture,
		@Schema(hidden = true) @Nullable @Null(message = ProfilePatch.PROTECTED) Object id,
		@Schema(hidden = true) @Nullable @Null(message = ProfilePatch.PROTECTED) Object email) {

	Map<ProfileField, Optional<String>> changes() {
		Map<ProfileField, Optional<String>> changes = new EnumMap<>(ProfileField.class);
		changes.put(ProfileField.FULL_NAME, Optional.of(this.fullName));
		changes.put(ProfileField.USERNAME, Optional.ofNullable(this.username));
		changes.put(ProfileField.PHONE, Optional.ofNullable(this.phone));
		changes.put(ProfileField.ADDRESS, Optional.ofNullable(this.address));
		changes.put(ProfileField.LANGUAGE, Optional.ofNullable(this.language));
		changes.put(ProfileField.PROFILE_PICTURE, Optional.ofNullable(this.profilePicture));
		return changes;
	}

	@Override
	public String toString() {
		return "ProfileRequest[…]";
	}

}
