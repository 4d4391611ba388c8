/** What integration tests share: a real store and broker, and a token issuer. */
@org.jspecify.annotations.NullMarked
package io.marquee.test;
