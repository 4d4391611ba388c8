/** Defaults of every service and where its configuration came from. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.config;
