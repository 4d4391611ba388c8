package io.marquee.identity.limit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import org.springframework.stereotype.Component;

/**
 * Names accounts and clients by a keyed hash: who reads the database without the secret
 * learns neither an address of mail nor one of the network.
 */
@Component
class LimitKeys {

	private final SecretKey key;

	LimitKeys(LimitSettings settings) {
		try {
			this.key = KDF.getInstance("HKDF-SHA256")
				.deriveKey("HmacSHA256",
						HKDFParameterSpec.ofExtract()
							.addIKM(settings.key().getBytes(StandardCharsets.UTF_8))
							.thenExpand("marquee/limit".getBytes(StandardCharsets.UTF_8), 32));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HKDF-SHA256 is part of JDK 25", ex);
		}
	}

	String nameOf(String use, String whom) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return use + ":"
					+ Base64.getUrlEncoder()
						.withoutPadding()
						.encodeToString(mac.doFinal((use + "|" + whom).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HmacSHA256 is part of every JDK", ex);
		}
	}

}
