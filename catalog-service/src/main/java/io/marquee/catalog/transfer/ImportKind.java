package io.marquee.catalog.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.marquee.catalog.store.Aggregate;
import io.marquee.platform.web.ApiException;

/**
 * What an import has to know of what is imported.
 *
 * @param <T> what is imported
 */
public interface ImportKind<T extends Aggregate<T>> {

	/**
	 * The columns of a CSV file.
	 * @return the columns
	 */
	Columns columns();

	/**
	 * Finds what is there already.
	 * @param names external ids; what has none goes by its own id
	 * @return what was found, deleted ones included, by the name it was found by
	 */
	Map<String, T> find(Collection<String> names);

	/**
	 * Says what the lines come to, and writes nothing.
	 * @param lines the lines, each with its own external id
	 * @param present what is there already, by external id
	 * @param problems takes what is wrong with them
	 * @return what they come to, those with problems left out
	 */
	List<Planned<T>> plan(List<ImportLine> lines, Map<String, T> present, ImportProblems problems);

	/**
	 * Writes. What is not as it was when it was planned is left alone and told.
	 * @param changes what there is to do
	 * @return why not, by id, for those that were not written
	 */
	Map<String, ApiException> write(List<Planned<T>> changes);

}
