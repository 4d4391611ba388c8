package io.marquee.catalog.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

import io.marquee.catalog.store.Aggregate;
import io.marquee.platform.events.OutboxEntry;
import io.marquee.platform.web.ApiException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImportingTests {

	private final Importing importing = new Importing(new JsonMapper());

	private final Things things = new Things();

	@Test
	void writesNothingIfALineIsWrong() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> run("a,1\nb,bad\nc,3\n", false))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("IMPORT_INVALID"));
		assertThat(this.things.stored).isEmpty();
	}

	@Test
	void writesNothingInADryRun() {
		assertThat(run("a,1\n", true)).isEqualTo(new ImportReport(1, 1, 0, 0, true, List.of()));
		assertThat(this.things.stored).isEmpty();
	}

	@Test
	void looksAgainAtWhatSomebodyElseChanged() {
		run("a,1\nb,2\n", false);
		this.things.interferences = 2;
		assertThat(run("a,3\nb,2\n", false)).isEqualTo(new ImportReport(2, 0, 1, 1, false, List.of()));
		assertThat(this.things.stored.get("a").value()).isEqualTo("3");
		assertThat(this.things.stored.get("a").version()).isEqualTo(3);
	}

	@Test
	void tellsWhatSomebodyElseKeepsChangingAndWritesTheOthers() {
		run("a,1\n", false);
		this.things.interferences = 100;
		ImportReport report = run("a,3\nb,2\n", false);
		assertThat(report.created()).isOne();
		assertThat(report.updated()).isZero();
		assertThat(report.failed()).singleElement().satisfies((failed) -> {
			assertThat(failed.line()).isEqualTo("line 2");
			assertThat(failed.code()).isEqualTo("CHANGED_MEANWHILE");
		});
		assertThat(this.things.stored).containsKey("b");
	}

	private ImportReport run(String lines, boolean dryRun) {
		byte[] file = ("externalId,value\n" + lines).getBytes(StandardCharsets.UTF_8);
		return this.importing.run(new ImportFile(file, true), dryRun, this.things);
	}

	record Thing(String id, long version, String value) implements Aggregate<Thing> {

		@Override
		public Thing withOutbox(List<OutboxEntry> entries) {
			return this;
		}

	}

	static class Things implements ImportKind<Thing> {

		private final Map<String, Thing> stored = new HashMap<>();

		/** How often somebody else is faster. */
		private int interferences;

		@Override
		public Columns columns() {
			return Columns.of(Column.of(Columns.EXTERNAL_ID).isRequired(), Column.of("value"));
		}

		@Override
		public Map<String, Thing> find(Collection<String> names) {
			return Map.copyOf(this.stored);
		}

		@Override
		public List<Planned<Thing>> plan(List<ImportLine> lines, Map<String, Thing> present, ImportProblems problems) {
			return lines.stream().map((line) -> {
				Thing before = present.get(line.externalId());
				String value = line.content().path("value").asString();
				if (value.equals("bad")) {
					problems.add(line, "value", "is bad");
				}
				boolean same = before != null && before.value().equals(value);
				return new Planned<>(line, before, (before != null && same) ? before
						: new Thing(line.externalId(), (before != null) ? before.version() + 1 : 0, value));
			}).toList();
		}

		@Override
		public Map<String, ApiException> write(List<Planned<Thing>> changes) {
			Map<String, ApiException> failures = new HashMap<>();
			for (Planned<Thing> change : changes) {
				Thing after = change.after();
				if (change.before() != null && this.interferences-- > 0) {
					this.stored.computeIfPresent(after.id(),
							(id, now) -> new Thing(id, now.version() + 1, now.value()));
				}
				Thing now = this.stored.get(after.id());
				if (now != null && now.version() != after.version() - 1) {
					failures.put(after.id(), new ApiException(HttpStatus.CONFLICT, "CHANGED_MEANWHILE", "Changed"));
				}
				else {
					this.stored.put(after.id(), after);
				}
			}
			return failures;
		}

	}

}
