/**
 * What hides secrets at rest: keys by use, keyed hashes, sealed texts.
 */
@NullMarked
package io.marquee.identity.crypto;

import org.jspecify.annotations.NullMarked;
