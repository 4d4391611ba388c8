package io.marquee.platform.audit;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is written into the audit trail. Public paths never are: nobody in particular does
 * what is done there.
 *
 * @param actions paths whose every request is written down, but for those that only read
 * @param reads paths whose {@code GET} is written down as well: those that show personal
 * data of others
 * @param abandoned how long an action may be under way before its process is taken for
 * dead, and its outcome for unknown; longer than any request takes
 * @param kept how long an entry stays with the service after Kafka has taken it
 * @param sweepInterval time between sweeps
 */
@ConfigurationProperties("marquee.audit-trail")
record AuditTrailSettings(@DefaultValue( {
		"/api/v1/admin/**", "/api/v1/queue/**" }) List<String> actions,
		@DefaultValue("/api/v1/admin/users/**") List<String> reads, @DefaultValue("5m") Duration abandoned,
		@DefaultValue("7d") Duration kept, @DefaultValue("30s") Duration sweepInterval){

}
