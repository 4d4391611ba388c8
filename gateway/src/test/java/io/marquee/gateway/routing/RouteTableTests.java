package io.marquee.gateway.routing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTableTests {

	private final RouteTable table = new RouteTable();

	@ParameterizedTest
	@MethodSource("rows")
	void everyRowOfTheApiHasItsOwnerAndItsAudience(HttpMethod method, String path, Access access, String owner) {
		Rule rule = rule(method, "/api/v1" + path);

		assertThat(Objects.requireNonNullElse(rule.owner(), "-")).isEqualTo(owner);
		assertThat(rule.access()).isEqualTo(access);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/internal/shows/1", "/actuator/env", "/api/v1", "/api/v1/", "/api/v2/user/movies",
			"/API/V1/user/movies", "/user/movies", "/api/v1/internal/shows/1", "/api/v1/actuator/env", "/docs" })
	void nothingOutsideTheTableHasAnOwner(String path) {
		assertThat(rule(HttpMethod.GET, path).owner()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/%61dmin/movies, ADMIN", "/api/v1/admin/movies/, ADMIN", "/api/v1/admin;a=b/movies, ADMIN",
			"/api/v1/user/orders/, SIGNED_IN" })
	void anotherSpellingOfAPathIsNoWayAroundItsRule(String path, Access access) {
		assertThat(rule(HttpMethod.GET, path).access()).isEqualTo(access);
	}

	@Test
	void knowsTheSixServicesWithAnApi() {
		assertThat(this.table.owners()).containsExactlyInAnyOrder("auth-service", "catalog-service", "booking-service",
				"offers-service", "notification-service", "admin-service");
	}

	private Rule rule(HttpMethod method, String path) {
		return this.table.ruleFor(method, PathContainer.parsePath(path));
	}

	static Stream<Object[]> rows() throws IOException {
		List<String> lines = new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.toList();
		assertThat(lines).hasSizeGreaterThan(130);
		return lines.stream()
			.map((line) -> line.strip().split("\\s+"))
			.map((row) -> new Object[] { HttpMethod.valueOf(row[0]), row[1], Access.valueOf(row[2]), row[3] });
	}

}
