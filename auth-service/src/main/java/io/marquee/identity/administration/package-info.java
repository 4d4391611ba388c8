/**
 * People, as admins see and manage them.
 */
@NullMarked
package io.marquee.identity.administration;

import org.jspecify.annotations.NullMarked;
