package io.marquee.infra.local.component;

import io.marquee.infra.local.Addresses;
import io.marquee.infra.local.Home;
import io.marquee.infra.local.Secrets;

/**
 * What the parts of one suite have in common.
 *
 * @param home where its files are
 * @param addresses where it listens
 * @param secrets its secrets
 */
public record Site(Home home, Addresses addresses, Secrets secrets) {

}
