package io.marquee.identity.login;

/**
 * What comes of right credentials.
 */
public sealed interface LogIn permits SignedInView, ChallengeView {

}
