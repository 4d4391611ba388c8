/**
 * The local platform: the infrastructure and the nine services as processes of one
 * machine. Start reading at {@link io.marquee.infra.local.suite.Suite}.
 */
@NullMarked
package io.marquee.infra.local;

import org.jspecify.annotations.NullMarked;
