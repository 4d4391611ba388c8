package io.marquee.booking.ticket;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import io.marquee.booking.booking.Booking;
import io.marquee.booking.booking.BookingId;
import io.marquee.booking.booking.TicketIssuer;
import org.springframework.stereotype.Component;

/**
 * Signs and verifies what a ticket's QR code says: a compact JWS of few claims, the same
 * each time for the same booking and key, so that nothing needs to be stored.
 */
@Component
class TicketSigner implements TicketIssuer {

	private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

	private final JWSHeader header;

	private final JWSSigner signer;

	private final Map<String, JWSVerifier> verifiers;

	TicketSigner(TicketSettings settings) {
		Map<String, byte[]> keys = settings.ticketKeys().byId();
		Map.Entry<String, byte[]> current = keys.entrySet().iterator().next();
		this.header = new JWSHeader.Builder(ALGORITHM).keyID(current.getKey()).build();
		try {
			this.signer = new MACSigner(current.getValue());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		this.verifiers = keys.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (key) -> verifier(key.getValue())));
	}

	@Override
	public String codeOf(Booking booking) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("sub", booking.id().value());
		claims.put("code", booking.code().value());
		claims.put("show", booking.show().id());
		claims.put("seats", List.copyOf(booking.seatNames()));
		JWSObject jws = new JWSObject(this.header, new Payload(claims));
		try {
			jws.sign(this.signer);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return jws.serialize();
	}

	/**
	 * Whose ticket this is.
	 * @param code what was scanned
	 * @return the booking, or nothing if the code was not signed with one of our keys
	 */
	Optional<BookingId> verify(String code) {
		try {
			JWSObject jws = JWSObject.parse(code);
			String keyId = jws.getHeader().getKeyID();
			JWSVerifier verifier = (keyId != null) ? this.verifiers.get(keyId) : null;
			if (verifier == null || !ALGORITHM.equals(jws.getHeader().getAlgorithm()) || !jws.verify(verifier)) {
				return Optional.empty();
			}
			Map<String, Object> claims = jws.getPayload().toJSONObject();
			return (claims != null && claims.get("sub") instanceof String id) ? BookingId.parse(id) : Optional.empty();
		}
		catch (ParseException | JOSEException ex) {
			return Optional.empty();
		}
	}

	private static JWSVerifier verifier(byte[] secret) {
		try {
			return new MACVerifier(secret);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
