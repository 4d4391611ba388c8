/**
 * Operating system processes: started in their own session, found again by pid and start
 * time, stopped for certain.
 */
@NullMarked
package io.marquee.infra.local.process;

import org.jspecify.annotations.NullMarked;
