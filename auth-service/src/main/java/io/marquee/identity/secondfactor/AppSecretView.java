package io.marquee.identity.secondfactor;

import java.time.Duration;
import java.util.Base64;

/**
 * What an authenticator app has to be told.
 *
 * @param secret the secret in Base32, for typing
 * @param otpauthUri all of it, for apps on the same device
 * @param qrPng the same as a picture to scan, a {@code data:} URI
 * @param expiresIn seconds that the app has to prove itself
 */
public record AppSecretView(String secret, String otpauthUri, String qrPng, long expiresIn) {

	static AppSecretView of(String secret, String uri, Duration lifetime) {
		return new AppSecretView(secret, uri,
				"data:image/png;base64," + Base64.getEncoder().encodeToString(QrCode.png(uri)), lifetime.toSeconds());
	}

	@Override
	public String toString() {
		return "AppSecretView[…]";
	}

}
