package io.marquee.catalog;

import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.marquee.catalog.movie.MovieChanged;
import io.marquee.catalog.show.ShowEvent;
import io.marquee.catalog.venue.VenueChanged;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@ParameterizedTest
	@CsvSource({ "marquee.movie.changed", "marquee.venue.changed", "marquee.show.scheduled", "marquee.show.changed",
			"marquee.show.cancelled", "marquee.show.completed" })
	void theSampleIsWhatThisServiceWritesAndWhatTheSchemaSays(String type) {
		Contract contract = new Contract(type);
		Class<?> written = type.contains("movie") ? MovieChanged.class
				: type.contains("venue") ? VenueChanged.class : ShowEvent.class;
		assertThat(contract.violations(contract.sample())).isEmpty();
		JsonNode sample = this.json.readTree(contract.sample());
		JsonNode again = this.json.readTree(this.json.writeValueAsString(this.json.treeToValue(sample, written)));
		assertThat(again).isEqualTo(sample);
		assertThat(contract.violations(again.toString())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "marquee.movie.changed,movieId", "marquee.venue.changed,venueId", "marquee.show.scheduled,status",
			"marquee.show.changed,prices", "marquee.show.cancelled,status" })
	void theSchemaNoticesWhatIsMissing(String type, String field) {
		Contract contract = new Contract(type);
		var sample = (tools.jackson.databind.node.ObjectNode) this.json.readTree(contract.sample());
		Set<String> before = sample.propertyStream().map((property) -> property.getKey()).collect(Collectors.toSet());
		sample.remove(field);
		assertThat(before).contains(field);
		assertThat(contract.violations(sample.toString())).isNotEmpty();
	}

}
