/**
 * GitHub's accounts, as far as their addresses are proven.
 */
@NullMarked
package io.marquee.identity.github;

import org.jspecify.annotations.NullMarked;
