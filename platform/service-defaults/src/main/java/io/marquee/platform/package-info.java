/** Mechanism shared by all services; no business word in here. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform;
