/**
 * The audit trail: everything administrators and staff did, in every service. Entries are
 * added and read; nothing changes or removes one.
 */
@NullMarked
package io.marquee.admin.trail;

import org.jspecify.annotations.NullMarked;
