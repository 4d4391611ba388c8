package io.marquee.identity.login;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What comes of right credentials.
 */
@Schema(oneOf = { SignedInView.class, ChallengeView.class })
public sealed interface LogIn permits SignedInView, ChallengeView {

}
