package io.marquee.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.domain.Sort;

import io.marquee.platform.web.ApiException;
import io.marquee.platform.web.Paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LuceneIndexTests {

	private static final Orders ORDERS = new Orders(
			Map.of("name", Orders.Kind.TEXT, "size", Orders.Kind.NUMBER, "rating", Orders.Kind.DECIMAL),
			Sort.by("size"));

	private final LuceneIndex index = new LuceneIndex(ORDERS.usualSort());

	@AfterEach
	void close() {
		this.index.close();
	}

	@Test
	void pagesThroughEqualsWithoutShowingOneTwiceOrNever() {
		for (int number = 0; number < 95; number++) {
			String id = "id-%02d".formatted((number * 37) % 95);
			put(new IndexEntry(id, 0).sortable("name", "same").number("size", number % 2), id);
			if (number % 10 == 0) {
				// A segment for every ten.
				this.index.refresh();
			}
		}
		for (Sort sort : List.of(Sort.unsorted(), Sort.by("name"), Sort.by(Sort.Order.desc("name")))) {
			List<String> all = new ArrayList<>();
			for (int page = 1; page <= 10; page++) {
				all.addAll(find(new Filters(), sort, page).ids());
			}
			assertThat(all).hasSize(95).doesNotHaveDuplicates();
		}
		assertThat(find(new Filters(), Sort.by("name"), 1).ids()).isSorted();
		assertThat(find(new Filters(), Sort.by(Sort.Order.desc("name")), 1).ids().getFirst()).isEqualTo("id-94");
		assertThat(find(new Filters(), Sort.by("name"), 11)).isEqualTo(new Hits(List.of(), 95, Map.of()));
	}

	@Test
	void sortsByTextAndNumbersWithWhatHasNoneAtTheLowEnd() {
		put(new IndexEntry("a", 0).sortable("name", "Zoo").number("size", 2).decimal("rating", 7.5), "a");
		put(new IndexEntry("b", 0).sortable("name", "Ark").number("size", -3).decimal("rating", 9), "b");
		put(new IndexEntry("c", 0).sortable("name", "Öl").number("size", 2), "c");
		assertThat(find(new Filters(), Sort.by("name"), 1).ids()).containsExactly("b", "a", "c");
		assertThat(find(new Filters(), Sort.by("rating"), 1).ids()).containsExactly("c", "a", "b");
		assertThat(find(new Filters(), Sort.by(Sort.Order.desc("rating")), 1).ids()).containsExactly("b", "a", "c");
		assertThat(find(new Filters(), Sort.by(Sort.Order.desc("size"), Sort.Order.asc("name")), 1).ids())
			.containsExactly("a", "c", "b");
	}

	@Test
	void filtersByTermsNumbersAndEither() {
		put(new IndexEntry("a", 0).facet("city", List.of("Mumbai")).number("size", 1).decimal("rating", 7.5), "a");
		put(new IndexEntry("b", 0).facet("city", List.of("Pune", "Mumbai")).number("size", 2).decimal("rating", 8),
				"b");
		put(new IndexEntry("c", 0).term("state", "X").number("size", 3), "c");
		assertThat(ids(new Filters().named("city", "MUMBAI"))).containsExactly("a", "b");
		assertThat(ids(new Filters().named("city", "mumbai").named("city", "pune"))).containsExactly("b");
		assertThat(ids(new Filters().named("city", null).is("state", null))).containsExactly("a", "b", "c");
		assertThat(ids(new Filters().between("size", 2, 3))).containsExactly("b", "c");
		assertThat(ids(new Filters().atLeast("rating", 7.5))).containsExactly("a", "b");
		assertThat(ids(new Filters().in("id", List.of("a", "c", "x")))).containsExactly("a", "c");
		assertThat(ids(new Filters().either(new Filters().is("state", "X"), new Filters().named("city", "pune"))))
			.containsExactly("b", "c");
	}

	@Test
	void countsFacetsOverAllThatIsFoundAndNotThePage() {
		for (int number = 0; number < 30; number++) {
			put(new IndexEntry("id-" + number, 0)
				.facet("genre", (number % 3 == 0) ? List.of("Drama", "Horror") : List.of("Drama"))
				.facet("city", List.of((number < 20) ? "Pune" : "pune"))
				.facet("format", List.of())
				.number("size", number), "id-" + number);
			this.index.refresh();
		}
		this.index.put("id-0", null);
		Hits hits = find(new Filters().between("size", 0, 28), Sort.unsorted(), 1, "genre", "city", "format");
		assertThat(hits.ids()).hasSize(10);
		assertThat(hits.total()).isEqualTo(28);
		assertThat(hits.facets()).containsOnlyKeys("genre", "city", "format")
			.containsEntry("genre", List.of(new FacetCount("Drama", 28), new FacetCount("Horror", 9)))
			.containsEntry("city", List.of(new FacetCount("Pune", 28)))
			.containsEntry("format", List.of());
		assertThat(this.index.count(new Filters().query(), List.of("genre"), "size").get("genre").getFirst())
			.isEqualTo(new FacetCount("Drama", 29 * 30 / 2));
	}

	@Test
	void countsAnewOnceAnythingHasChanged() {
		for (int number = 1; number < 4; number++) {
			put(new IndexEntry("id-" + number, 0).facet("genre", List.of("Drama")).number("size", number),
					"id-" + number);
			for (int again = 0; again < 2; again++) {
				assertThat(find(new Filters(), Sort.unsorted(), 1, "genre").facets()).containsEntry("genre",
						List.of(new FacetCount("Drama", number)));
			}
		}
		this.index.put("id-1", null);
		assertThat(find(new Filters(), Sort.unsorted(), 1, "genre").facets()).containsEntry("genre",
				List.of(new FacetCount("Drama", 2)));
		assertThat(find(new Filters().between("size", 3, 3), Sort.unsorted(), 1, "genre").facets())
			.containsEntry("genre", List.of(new FacetCount("Drama", 1)));
	}

	@Test
	void findsAroundAPlaceTheNearestFirst() {
		put(new IndexEntry("bandra", 0).place(19.06, 72.83).number("size", 1), "bandra");
		put(new IndexEntry("worli", 0).place(19.01, 72.81).number("size", 2), "worli");
		put(new IndexEntry("pune", 0).place(18.52, 73.86).number("size", 3), "pune");
		put(new IndexEntry("nowhere", 0).number("size", 4), "nowhere");
		assertThat(ids(new Filters().around(19.0, 72.8, null))).containsExactly("worli", "bandra", "pune");
		assertThat(ids(new Filters().around(19.0, 72.8, 8.0))).containsExactly("worli", "bandra");
		assertThat(ids(new Filters().around(19.0, 72.8, 2.0))).containsExactly("worli");
		assertThat(ids(new Filters().around(19.0, 72.8, 20_000.0))).hasSize(3);
		assertThat(find(new Filters().around(19.0, 72.8, null), Sort.by(Sort.Order.desc("size")), 1).ids())
			.containsExactly("pune", "worli", "bandra");
	}

	@Test
	void findsAcrossTheDateLine() {
		put(new IndexEntry("fiji", 0).place(-17.7, 179.9).number("size", 1), "fiji");
		assertThat(ids(new Filters().around(-17.7, -179.9, 30.0))).containsExactly("fiji");
	}

	@Test
	void refusesToGoDeeperThanTenThousandButNotBeyondTheEnd() {
		for (int number = 0; number < LuceneIndex.DEEPEST + 20; number++) {
			put(new IndexEntry("id-" + number, 0).number("size", number), "id-" + number);
		}
		assertThat(find(new Filters(), Sort.unsorted(), LuceneIndex.DEEPEST / 10).ids()).hasSize(10);
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> find(new Filters(), Sort.unsorted(), LuceneIndex.DEEPEST / 10 + 1))
			.matches((failure) -> failure.code().equals("PAGE_TOO_DEEP"));
		assertThat(find(new Filters(), Sort.unsorted(), Integer.MAX_VALUE).ids()).isEmpty();
	}

	@Test
	void knowsTheLatestVersions() {
		put(new IndexEntry("a", 1).number("size", 1), "a");
		put(new IndexEntry("b", 5).number("size", 2), "b");
		put(new IndexEntry("a", 2).number("size", 3), "a");
		assertThat(versions(List.of("a", "b", "c"))).isEqualTo(Map.of("a", 2L, "b", 5L));
		assertThat(versions(List.of())).isEmpty();
		this.index.put("b", null);
		assertThat(versions(List.of("a", "b"))).containsOnlyKeys("a");
	}

	private Map<String, Long> versions(Collection<String> ids) {
		this.index.refresh();
		return this.index.versions(ids);
	}

	private List<String> ids(Filters filters) {
		return find(filters, Sort.unsorted(), 1).ids();
	}

	private Hits find(Filters filters, Sort sort, int page, String... facets) {
		this.index.refresh();
		return this.index.search(filters.query(), ORDERS.sort(sort, filters), new Paging(page, 10, sort),
				List.of(facets));
	}

	private void put(IndexEntry entry, String id) {
		this.index.put(id, entry);
	}

}
