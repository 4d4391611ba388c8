/**
 * The audit trail: who did what to what, when and from where, written before it is done.
 */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.audit;
