/**
 * What administrators look at.
 */
@NullMarked
package io.marquee.admin;

import org.jspecify.annotations.NullMarked;
