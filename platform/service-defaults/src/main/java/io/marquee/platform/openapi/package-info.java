/** The OpenAPI description that every service serves. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.openapi;
