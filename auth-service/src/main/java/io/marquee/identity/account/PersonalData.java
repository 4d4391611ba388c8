package io.marquee.identity.account;

import org.jspecify.annotations.Nullable;

/**
 * What a feature of this service holds about people. Every bean of this type is asked
 * when somebody wants to see what is held about them, and when their account is closed.
 */
public interface PersonalData {

	/**
	 * Names it in the export.
	 * @return the name of a JSON member
	 */
	String name();

	/**
	 * Shows what is held.
	 * @param subject about whom
	 * @return what goes into the export, without secrets; null if nothing is held
	 */
	@Nullable Object export(DataSubject subject);

	/**
	 * Removes what is held. Called again after a failure or a crash, also when nothing is
	 * left.
	 * @param subject about whom
	 */
	void erase(DataSubject subject);

}
