/**
 * Sessions, as those that have them see them, and their end.
 */
@NullMarked
package io.marquee.identity.session;

import org.jspecify.annotations.NullMarked;
