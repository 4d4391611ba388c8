package io.marquee.catalog.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

import io.marquee.catalog.store.Aggregate;
import io.marquee.platform.audit.AffectedIds;
import io.marquee.platform.web.ApiException;

/**
 * Imports a file whole or not at all: everything is checked before anything is written.
 * What a crash leaves half written, the same file mends when it is sent again; what is
 * there already is not written once more.
 */
@Service
public class Importing {

	private static final int ATTEMPTS = 5;

	private final JsonMapper json;

	Importing(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Imports.
	 * @param <T> what is imported
	 * @param file the file
	 * @param dryRun whether to check only
	 * @param kind what has to be known of it
	 * @return what was done
	 * @throws ApiException 400, {@code IMPORT_INVALID}, with nothing written
	 */
	public <T extends Aggregate<T>> ImportReport run(ImportFile file, boolean dryRun, ImportKind<T> kind) {
		ImportProblems problems = new ImportProblems();
		List<ImportLine> lines = identified(file.lines(kind.columns(), this.json, problems), problems);
		Map<String, T> present = kind.find(lines.stream().map(ImportLine::externalId).toList());
		List<Planned<T>> planned = kind.plan(lines, present, problems);
		problems.check();
		List<Planned<T>> changes = planned.stream().filter(Predicate.not(Planned::unchanged)).toList();
		Map<String, ApiException> failures = Map.of();
		if (!dryRun) {
			AffectedIds.note(changes.stream().map((change) -> change.after().id()).toList());
			failures = write(changes, kind);
		}
		return report(planned, failures, dryRun);
	}

	/**
	 * What changed since it was read is looked at again: often that was only what follows
	 * from an import before this one.
	 */
	private static <T extends Aggregate<T>> Map<String, ApiException> write(List<Planned<T>> changes,
			ImportKind<T> kind) {
		Map<String, ApiException> failures = new HashMap<>(kind.write(changes));
		for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
			List<ImportLine> outdated = changes.stream()
				.filter((change) -> isOutdated(failures.get(change.after().id())))
				.map(Planned::line)
				.toList();
			if (outdated.isEmpty()) {
				break;
			}
			List<Planned<T>> again = kind.plan(outdated,
					kind.find(outdated.stream().map(ImportLine::externalId).toList()), new ImportProblems());
			again.forEach((change) -> failures.remove(change.after().id()));
			failures.putAll(kind.write(again.stream().filter(Predicate.not(Planned::unchanged)).toList()));
		}
		return failures;
	}

	private static boolean isOutdated(@Nullable ApiException failure) {
		return failure != null && failure.code().equals("CHANGED_MEANWHILE");
	}

	/** Those that name themselves, once each. */
	private static List<ImportLine> identified(List<ImportLine> lines, ImportProblems problems) {
		Map<String, String> labels = new HashMap<>();
		List<ImportLine> identified = new ArrayList<>();
		for (ImportLine line : lines) {
			String id = line.externalId();
			if (id.isBlank()) {
				problems.add(line, Columns.EXTERNAL_ID, "is required");
				continue;
			}
			String other = labels.putIfAbsent(id, line.label());
			if (other != null) {
				problems.add(line, Columns.EXTERNAL_ID, "is that of " + other + " as well");
				continue;
			}
			identified.add(line);
		}
		return identified;
	}

	private static <T extends Aggregate<T>> ImportReport report(List<Planned<T>> planned,
			Map<String, ApiException> failures, boolean dryRun) {
		int created = 0;
		int updated = 0;
		int unchanged = 0;
		List<ImportReport.Failed> failed = new ArrayList<>();
		for (Planned<T> one : planned) {
			ApiException failure = failures.get(one.after().id());
			if (failure != null) {
				failed.add(new ImportReport.Failed(one.line().label(), failure.code(), failure.message()));
			}
			else if (one.unchanged()) {
				unchanged++;
			}
			else if (one.before() == null) {
				created++;
			}
			else {
				updated++;
			}
		}
		return new ImportReport(planned.size(), created, updated, unchanged, dryRun, failed);
	}

}
