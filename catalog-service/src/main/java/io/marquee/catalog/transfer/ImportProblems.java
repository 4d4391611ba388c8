package io.marquee.catalog.transfer;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpStatus;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.FieldProblem;

/**
 * All that is wrong with a file. The first hundred problems are told, and how many there
 * are.
 */
public final class ImportProblems {

	private static final int TOLD = 100;

	private final List<FieldProblem> told = new ArrayList<>();

	private int total;

	/**
	 * Adds a problem.
	 * @param line where it is
	 * @param field the field's path; empty if it is not about one
	 * @param message what is wrong and what is expected
	 */
	public void add(ImportLine line, String field, String message) {
		add(line.label(), line.names().apply(field), message);
	}

	/**
	 * Adds all that a check says.
	 * @param line where it is
	 * @param field the field's path if the check names none
	 * @param failure what the check says
	 */
	public void add(ImportLine line, String field, ApiException failure) {
		if (failure.errors().isEmpty()) {
			add(line, field, failure.message());
		}
		failure.errors().forEach((problem) -> add(line, problem.field(), problem.message()));
	}

	void add(String label, String field, String message) {
		this.total++;
		if (this.told.size() < TOLD) {
			this.told.add(new FieldProblem(field.isEmpty() ? label : label + ": " + field, message));
		}
	}

	int total() {
		return this.total;
	}

	/**
	 * Refuses the file if anything is wrong with it.
	 * @throws ApiException 400, {@code IMPORT_INVALID}
	 */
	void check() {
		if (this.total > 0) {
			String told = (this.total > this.told.size()) ? "; the first " + this.told.size() + " are in errors" : "";
			throw new ApiException(
					HttpStatus.BAD_REQUEST, "IMPORT_INVALID", "Nothing was imported: the file has " + this.total
							+ ((this.total == 1) ? " problem" : " problems") + told + ". Mend it and send it again",
					this.told);
		}
	}

}
