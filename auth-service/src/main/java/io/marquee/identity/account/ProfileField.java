package io.marquee.identity.account;

import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What people say of themselves, and the one form each is kept in.
 */
public enum ProfileField {

	/** The name, its words one space apart. */
	FULL_NAME("fullName", (text) -> text.strip().replaceAll("\\s+", " ")),
	/** The chosen name, in lower case. */
	USERNAME("username", (text) -> text.toLowerCase(Locale.ROOT)),
	/** The telephone number. */
	PHONE("phone", UnaryOperator.identity()),
	/** The postal address. */
	ADDRESS("address", String::strip),
	/** The language, as a BCP 47 tag with the usual capitals. */
	LANGUAGE("language", (text) -> Locale.forLanguageTag(text).toLanguageTag()),
	/** Where a picture is. */
	PROFILE_PICTURE("profilePicture", UnaryOperator.identity());

	private final String key;

	private final UnaryOperator<String> form;

	ProfileField(String key, UnaryOperator<String> form) {
		this.key = key;
		this.form = form;
	}

	/**
	 * Brings a value into its one form.
	 * @param value what was sent
	 * @return what is kept
	 */
	public String tidy(String value) {
		return this.form.apply(value);
	}

	/** What is kept when there is no value. */
	@Nullable String none() {
		return (this == LANGUAGE) ? Account.DEFAULT_LANGUAGE : null;
	}

	String key() {
		return this.key;
	}

}
