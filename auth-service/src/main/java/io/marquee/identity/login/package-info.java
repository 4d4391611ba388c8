/**
 * Sessions: begun, renewed and ended.
 */
@NullMarked
package io.marquee.identity.login;

import org.jspecify.annotations.NullMarked;
