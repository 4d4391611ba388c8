package io.marquee.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of every successful answer.
 *
 * @param statusCode the HTTP status
 * @param data what was asked for
 * @param message one sentence for people
 * @param success always true
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Envelope(int statusCode, @Nullable Object data, String message, boolean success) {

}
