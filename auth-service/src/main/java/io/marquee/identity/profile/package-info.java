/**
 * What people say of themselves, and how they leave.
 */
@NullMarked
package io.marquee.identity.profile;

import org.jspecify.annotations.NullMarked;
