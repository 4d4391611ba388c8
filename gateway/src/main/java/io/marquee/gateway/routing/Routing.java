package io.marquee.gateway.routing;

import java.time.Duration;
import java.util.function.Predicate;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/**
 * One route per service: the table has already found the owner when a route is asked.
 */
@Configuration(proxyBeanMethods = false)
class Routing {

	@Bean
	RouteTable routeTable() {
		return new RouteTable();
	}

	@Bean
	RouteLocator routes(RouteLocatorBuilder builder, RouteTable table, RoutingSettings settings) {
		RouteLocatorBuilder.Builder routes = builder.routes();
		for (String service : table.owners()) {
			Duration timeout = settings.responseTimeoutOf(service);
			routes.route(service,
					(route) -> route.predicate(ownedBy(service, table))
						.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, timeout.toMillis())
						.uri("lb://" + service));
		}
		for (String service : table.owners()) {
			routes.route(service + "-docs",
					(route) -> route.path("/v3/api-docs/" + service)
						.filters((filters) -> filters.setPath("/v3/api-docs"))
						.uri("lb://" + service));
		}
		return routes.build();
	}

	private static Predicate<ServerWebExchange> ownedBy(String service, RouteTable table) {
		return (exchange) -> service.equals(table.ruleFor(exchange).owner());
	}

}
