package io.marquee.platform.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import io.marquee.platform.openapi.ApiTexts.OperationText;
import io.marquee.platform.security.SecuritySettings;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.util.pattern.PathPatternParser;

/** Adds to what springdoc reads off the controllers what they do not show. */
class ApiDescription implements OpenApiCustomizer {

	private static final String JSON = "application/json";

	private static final String BEARER = "bearer";

	/** Not read before somebody asks: a service starts without it. */
	private final SingletonSupplier<ApiTexts> texts;

	private final List<SecuritySettings.PathRule> open;

	private final SchemaNames names;

	ApiDescription(Supplier<ApiTexts> texts, SecuritySettings security, SchemaNames names) {
		this.names = names;
		this.texts = SingletonSupplier.of(texts);
		this.open = security.publicPaths().stream().map(SecuritySettings.PathRule::parse).toList();
	}

	private ApiTexts texts() {
		return this.texts.obtain();
	}

	@Override
	public void customise(OpenAPI api) {
		api.setInfo(new Info().title(texts().title())
			.version("v1")
			.description(texts().description())
			.license(new License().name("Apache-2.0").identifier("Apache-2.0")));
		api.setServers(List.of(new Server().url("/").description("The gateway")));
		api.setTags(texts().tags()
			.entrySet()
			.stream()
			.map((tag) -> new Tag().name(tag.getKey()).description(tag.getValue()))
			.toList());
		Components components = (api.getComponents() != null) ? api.getComponents() : new Components();
		if (components.getSchemas() != null) {
			components.getSchemas().forEach(this.names::markNullable);
		}
		Schemas.addTo(components);
		components.addSecuritySchemes(BEARER,
				new SecurityScheme().type(SecurityScheme.Type.HTTP)
					.scheme(BEARER)
					.bearerFormat("JWT")
					.description("An access token: of a person, or of a partner's client with its scopes"));
		api.setComponents(components);
		api.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> describe(path, method, operation)));
	}

	private void describe(String path, HttpMethod method, Operation operation) {
		boolean secured = this.open.stream().noneMatch((rule) -> isOpenBy(rule, path, method));
		operation.setSecurity(secured ? List.of(new SecurityRequirement().addList(BEARER)) : List.of());
		ApiResponses answers = operation.getResponses();
		OperationText text = texts().operations().get(method + " " + path);
		answers.forEach((status, answer) -> envelop(answer, (text != null) ? text.media() : null));
		List<String> failures = new ArrayList<>();
		if (text != null) {
			describe(operation, text);
			failures.addAll(Objects.requireNonNullElse(text.failures(), List.of()));
		}
		if (operation.getParameters() != null || operation.getRequestBody() != null) {
			failures.add("400 VALIDATION_FAILED The request is not valid; see errors for each field");
		}
		if (secured) {
			failures.add("401 UNAUTHENTICATED A valid access token is needed; log in or refresh it");
			failures.add("403 FORBIDDEN Your role does not allow this");
		}
		failures.forEach((failure) -> fail(answers, failure.split(" ", 3)));
		answers.addApiResponse("default", new ApiResponse().description("Any other failure has the same shape")
			.content(new Content().addMediaType(JSON, new MediaType().schema(Schemas.reference("Failure")))));
	}

	private void describe(Operation operation, OperationText text) {
		operation.setOperationId(text.id());
		operation.setTags(List.of(text.tag()));
		operation.setSummary(text.summary());
		operation.setDescription(text.description());
		if (text.body() != null) {
			Content content = new Content();
			text.body()
				.forEach((media, meaning) -> content.addMediaType(media, new MediaType()
					.schema(Schemas.of(media.equals(JSON) ? "array" : "string").description(meaning))));
			operation.setRequestBody(new RequestBody().content(content).required(true));
		}
		if (Boolean.TRUE.equals(text.idempotent())) {
			operation.addParametersItem(new Parameter().in("header")
				.name("Idempotency-Key")
				.schema(Schemas.of("string").minLength(1).maxLength(200)));
		}
		List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
		parameters.stream()
			.filter((parameter) -> parameter.getDescription() == null)
			.forEach((parameter) -> parameter.setDescription(texts().parameters().get(parameter.getName())));
		ApiResponse success = success(operation.getResponses());
		Map<String, String> told = Objects.requireNonNullElse(text.answers(), Map.of());
		told.forEach((status, description) -> {
			ApiResponse known = operation.getResponses().get(status);
			ApiResponse answer = (known != null) ? known : new ApiResponse();
			if (known == null && success != null && !status.equals("204")) {
				answer.setContent(success.getContent());
			}
			operation.getResponses().addApiResponse(status, answer.description(description));
		});
		if (!told.isEmpty() && !told.containsKey("200")) {
			// What springdoc takes every ResponseEntity for.
			operation.getResponses().remove("200");
		}
	}

	private static @Nullable ApiResponse success(ApiResponses answers) {
		return answers.entrySet()
			.stream()
			.filter((answer) -> answer.getKey().startsWith("2"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	/** Springdoc does not know what an answer is wrapped in. */
	private static void envelop(ApiResponse answer, @Nullable String media) {
		if (media != null) {
			Schema<?> bytes = Schemas.of("string").format(media.startsWith("text/") ? null : "binary");
			answer.setContent(new Content().addMediaType(media, new MediaType().schema(bytes)));
			return;
		}
		Content content = answer.getContent();
		if (content == null) {
			return;
		}
		MediaType json = content.containsKey("*/*") ? content.remove("*/*") : content.get(JSON);
		if (json != null) {
			Schema<?> data = (json.getSchema() != null) ? json.getSchema() : Schemas.of("null");
			content.addMediaType(JSON, json.schema(Schemas.enveloped(data)));
		}
	}

	private static void fail(ApiResponses answers, String... failure) {
		HttpStatus status = HttpStatus.valueOf(Integer.parseInt(failure[0]));
		ApiResponse answer = answers.get(failure[0]);
		if (answer == null) {
			answer = new ApiResponse().description(status.getReasonPhrase())
				.content(new Content().addMediaType(JSON, new MediaType().schema(Schemas.reference("Failure"))));
			answers.addApiResponse(failure[0], answer);
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("statusCode", status.value());
		body.put("data", null);
		body.put("message", failure[2]);
		body.put("success", false);
		body.put("errors", List.of());
		body.put("code", failure[1]);
		body.put("traceId", "65f0c1d2a3b4c5d6e7f8091a2b3c4d5e");
		MediaType json = answer.getContent().get(JSON);
		if (json != null) {
			json.addExamples(failure[1], new Example().value(body));
		}
	}

	private static boolean isOpenBy(SecuritySettings.PathRule rule, String path, HttpMethod method) {
		return (rule.method() == null || rule.method().equals(method.name()))
				&& PathPatternParser.defaultInstance.parse(rule.pattern()).matches(PathContainer.parsePath(path));
	}

}
