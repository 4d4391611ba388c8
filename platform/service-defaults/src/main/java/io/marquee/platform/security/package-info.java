/** JWT resource server with Keycloak's roles. */
@org.jspecify.annotations.NullMarked
package io.marquee.platform.security;
