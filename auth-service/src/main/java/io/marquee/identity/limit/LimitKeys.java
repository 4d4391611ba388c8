package io.marquee.identity.limit;

import java.nio.charset.StandardCharsets;

import javax.crypto.SecretKey;

import io.marquee.identity.crypto.Cryptography;

import org.springframework.stereotype.Component;

/**
 * Names accounts and clients by a keyed hash: who reads the database without the secret
 * learns neither an address of mail nor one of the network.
 */
@Component
class LimitKeys {

	private final SecretKey key;

	LimitKeys(LimitSettings settings) {
		this.key = Cryptography.macKey("limit", settings.key().getBytes(StandardCharsets.UTF_8));
	}

	String nameOf(String use, String whom) {
		return use + ":" + Cryptography.mac(this.key, use + "|" + whom);
	}

}
