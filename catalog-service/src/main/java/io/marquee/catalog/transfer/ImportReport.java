package io.marquee.catalog.transfer;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param total how many things the file holds
 * @param created how many of them are new
 * @param updated how many were changed
 * @param unchanged how many were as the file says already
 * @param dryRun whether nothing was written
 * @param failed those that somebody else interfered with after they had been checked
 */
public record ImportReport(int total, int created, int updated, int unchanged, boolean dryRun, List<Failed> failed) {

	/**
	 * What was not imported.
	 *
	 * @param line where it is in the file, such as {@code line 17}
	 * @param code why, as a stable code
	 * @param message why, for people
	 */
	public record Failed(String line, String code, String message) {

	}

}
