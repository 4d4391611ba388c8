package io.marquee.platform.web;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field's path in the body, or the parameter's name
 * @param message what is wrong and what is expected
 */
public record FieldProblem(String field, String message) {

}
