package io.marquee.booking.booking;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.marquee.booking.payment.Charge;
import io.marquee.booking.payment.PaymentMethod.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static io.marquee.booking.booking.BookingFixture.ANSWER;
import static io.marquee.booking.booking.BookingFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class ContractTests {

	private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	@ParameterizedTest
	@EnumSource
	void sampleKeepsItsSchema(BookingEventType type) throws Exception {
		try (var sample = getClass().getResourceAsStream("/contracts/" + type.type() + "/sample.json")) {
			assertThat(schema(type).validate(new String(sample.readAllBytes()), InputFormat.JSON)).isEmpty();
		}
	}

	@Test
	void eventKeepsItsSchema() {
		Booking paying = BookingFixture.hold("A1").startPaying(Type.CARD, NOW, ANSWER).after();
		Booking confirmed = paying.paid(BookingFixture.charge(paying, Charge.Status.SUCCEEDED), NOW).after();
		assertThat(schema(BookingEventType.CONFIRMED).validate(json(confirmed), InputFormat.JSON)).isEmpty();
		assertThat(schema(BookingEventType.CONFIRMED).validate(json(paying), InputFormat.JSON)).isNotEmpty();
	}

	private Schema schema(BookingEventType type) {
		return this.schemas.getSchema(getClass().getResourceAsStream("/contracts/" + type.type() + "/schema.json"),
				InputFormat.JSON);
	}

	private static String json(Booking booking) {
		return new JsonMapper().writeValueAsString(BookingEvent.of(booking));
	}

}
