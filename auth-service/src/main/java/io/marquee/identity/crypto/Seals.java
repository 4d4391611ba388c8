package io.marquee.identity.crypto;

import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.crypto.SecretKey;

import org.springframework.stereotype.Component;

/**
 * Seals and hashes under keys that can be replaced: what is written names its key. Who
 * reads the database without the keys learns nothing.
 */
@Component
public class Seals {

	private static final char ID_ENDS = ':';

	private final KeyRing keys;

	Seals(SealSettings settings) {
		this.keys = settings.keyRing();
	}

	/**
	 * Seals a text under the first key.
	 * @param use what for
	 * @param text the text
	 * @param owner what it belongs to; it opens nowhere else
	 * @return the sealed text
	 */
	public String seal(String use, String text, String owner) {
		return seal(use, text, owner, "");
	}

	/**
	 * Seals a text under the first key and a secret that is kept elsewhere.
	 * @param use what for
	 * @param text the text
	 * @param owner what it belongs to; it opens nowhere else
	 * @param secret without which it does not open
	 * @return the sealed text
	 */
	public String seal(String use, String text, String owner, String secret) {
		String id = this.keys.first();
		return id + ID_ENDS + Cryptography.seal(sealKey(use, id, secret), text, owner);
	}

	/**
	 * Opens a sealed text.
	 * @param use what it was sealed for
	 * @param sealed the sealed text
	 * @param owner what it belongs to
	 * @return the text
	 * @throws IllegalStateException if it does not open
	 */
	public String open(String use, String sealed, String owner) {
		return open(use, sealed, owner, "");
	}

	/**
	 * Opens a text that was sealed under another secret as well.
	 * @param use what it was sealed for
	 * @param sealed the sealed text
	 * @param owner what it belongs to
	 * @param secret the other secret
	 * @return the text
	 * @throws IllegalStateException if it does not open
	 */
	public String open(String use, String sealed, String owner, String secret) {
		int cut = sealed.indexOf(ID_ENDS);
		return Cryptography.open(sealKey(use, sealed.substring(0, cut), secret), sealed.substring(cut + 1), owner);
	}

	/**
	 * Tells whether a text is sealed under the first key; if not, it should be sealed
	 * anew when there is an occasion.
	 * @param sealed the sealed text
	 * @return whether it is
	 */
	public boolean isCurrent(String sealed) {
		return sealed.startsWith(this.keys.first() + ID_ENDS);
	}

	/**
	 * Hashes a text under the first key.
	 * @param use what for
	 * @param text the text
	 * @return the hash to keep
	 */
	public String hash(String use, String text) {
		return hash(use, this.keys.first(), text);
	}

	/**
	 * Hashes a text under every key, to find it whenever it was hashed.
	 * @param use what for
	 * @param text the text
	 * @return the hashes to look for
	 */
	public List<String> hashes(String use, String text) {
		return this.keys.byId().keySet().stream().map((id) -> hash(use, id, text)).toList();
	}

	private String hash(String use, String id, String text) {
		return id + ID_ENDS + Cryptography.mac(Cryptography.macKey(use, key(id)), text);
	}

	private SecretKey sealKey(String use, String id, String secret) {
		return Cryptography.sealKey(use, key(id), secret.getBytes(StandardCharsets.UTF_8));
	}

	private byte[] key(String id) {
		byte[] key = this.keys.byId().get(id);
		if (key == null) {
			throw new IllegalStateException("MARQUEE_SECOND_FACTOR_KEYS has no key " + id + " any more");
		}
		return key;
	}

}
