package io.marquee.catalog.search;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param ids the ids of one page, in order
 * @param total how many were found in all
 * @param facets how many there are of each value, by facet
 */
record Hits(List<String> ids, long total, Map<String, List<FacetCount>> facets) {
}
