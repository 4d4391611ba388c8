package io.marquee.platform.openapi;

import io.marquee.platform.web.Paging;
import io.marquee.platform.web.SortableBy;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Shows what a {@link Paging} reads. */
class PagingParameters implements OperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		for (MethodParameter parameter : method.getMethodParameters()) {
			if (parameter.getParameterType() == Paging.class) {
				operation.addParametersItem(number("page", Integer.MAX_VALUE, 1));
				operation.addParametersItem(number("limit", Paging.MAX_LIMIT, Paging.DEFAULT_LIMIT));
				SortableBy names = parameter.getParameterAnnotation(SortableBy.class);
				if (names != null) {
					operation.addParametersItem(new Parameter().in("query")
						.name("sort")
						.description("Fields in order of weight, with a minus from the greatest on; of "
								+ String.join(", ", names.value()))
						.schema(Schemas.of("string").example(names.byDefault())));
				}
			}
		}
		return operation;
	}

	private static Parameter number(String name, int most, int absent) {
		Schema<?> schema = Schemas.of("integer").format("int32");
		schema.setMinimum(java.math.BigDecimal.ONE);
		schema.setMaximum(java.math.BigDecimal.valueOf(most));
		schema.setDefault(absent);
		return new Parameter().in("query").name(name).schema(schema);
	}

}
