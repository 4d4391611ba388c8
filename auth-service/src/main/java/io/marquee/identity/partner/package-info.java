/**
 * Partners: clients of their own at Keycloak, with scopes instead of roles.
 */
@NullMarked
package io.marquee.identity.partner;

import org.jspecify.annotations.NullMarked;
