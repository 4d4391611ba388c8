/** Which access tokens are refused before they expire, kept in memory. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.revocation;
