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
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Changes to a profile (RFC 7396): null here is a field that was not sent, empty is one
 * that was sent as null, to be cleared.
 */
record ProfilePatch(@JsonDeserialize(using = SentValue.class) @Nullable Optional<@FullName String> fullName,
		@JsonDeserialize(using = SentValue.class) @Nullable Optional<@Username String> username,
		@JsonDeserialize(using = SentValue.class) @Nullable Optional<@Phone String> phone,
		@JsonDeserialize(using = SentValue.class) @Nullable Optional<@Size(max = 500) String> address,
		@JsonDeserialize(using = SentValue.class) @Nullable Optional<@Language String> language,
		@JsonDeserialize(using = SentValue.class) @Nullable Optional<@PictureAddress String> profilePicture,
		@Schema(hidden = true) @Nullable @Null(message = PROTECTED) Object id,
		@Schema(hidden = true) @Nullable @Null(message = PROTECTED) Object email) {

	static final String PROTECTED = "may not be set by a request";

	Map<ProfileField, Optional<String>> changes() {
		Map<ProfileField, Optional<String>> changes = new EnumMap<>(ProfileField.class);
		put(changes, ProfileField.FULL_NAME, this.fullName);
		put(changes, ProfileField.USERNAME, this.username);
		put(changes, ProfileField.PHONE, this.phone);
		put(changes, ProfileField.ADDRESS, this.address);
		put(changes, ProfileField.LANGUAGE, this.language);
		put(changes, ProfileField.PROFILE_PICTURE, this.profilePicture);
		return changes;
	}

	private static void put(Map<ProfileField, Optional<String>> changes, ProfileField field,
			@Nullable Optional<String> value) {
		if (value != null) {
			changes.put(field, value);
		}
	}

	@Override
	public String toString() {
		return "ProfilePatch[…]";
	}

}
