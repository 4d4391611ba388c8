package io.marquee.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.marquee.catalog.poster.PosterSweep;
import io.marquee.test.ServiceIT;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The service with its demo catalogue; one context for all such tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceIT
@Import({ CatalogClient.class, CatalogEventsIT.Listener.class, PosterSweep.class })
@TestPropertySource(properties = { "marquee.catalog.demo=true", "marquee.events.sweep-interval=200ms",
		"marquee.catalog.completing-interval=PT0.5S" })
@interface CatalogIT {

}
