/**
 * The commands of {@code ./marquee}.
 */
@NullMarked
package io.marquee.infra.local.cli;

import org.jspecify.annotations.NullMarked;
