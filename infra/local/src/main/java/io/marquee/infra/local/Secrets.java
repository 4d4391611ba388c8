package io.marquee.infra.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Year;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The secrets of this installation: made at the first start, kept in a file that only its
 * owner may read, and handed to those processes alone that need them.
 */
public final class Secrets {

	/** The password of the demo users. */
	public static final String DEMO_PASSWORD = "MARQUEE_DEMO_PASSWORD";

	/** The password of Keycloak's own administrator. */
	public static final String KEYCLOAK_ADMIN_PASSWORD = "MARQUEE_KEYCLOAK_ADMIN_PASSWORD";

	/** The keys of tickets, the first of which signs. */
	public static final String TICKET_KEYS = "MARQUEE_TICKET_KEYS";

	/** The keys of second factors, the first of which seals. */
	public static final String SECOND_FACTOR_KEYS = "MARQUEE_SECOND_FACTOR_KEYS";

	/** The secret of Marquee's client at the realm that plays Google. */
	public static final String GOOGLE_CLIENT_SECRET = "MARQUEE_GOOGLE_CLIENT_SECRET";

	private static final List<String> NAMES = List.of("MARQUEE_LOGIN_CLIENT_SECRET", "MARQUEE_IDENTITY_ADMIN_SECRET",
			"MARQUEE_SERVICE_CLIENT_SECRET", "MARQUEE_PARTNER_SECRET", "MARQUEE_OTP_KEY", "MARQUEE_PAYMENTS_API_KEY",
			"MARQUEE_PAYMENTS_WEBHOOK_SECRET", GOOGLE_CLIENT_SECRET, TICKET_KEYS, SECOND_FACTOR_KEYS,
			KEYCLOAK_ADMIN_PASSWORD, DEMO_PASSWORD);

	/** They have ids, so that they can be replaced while what they made is about. */
	private static final Set<String> NAMED = Set.of(TICKET_KEYS, SECOND_FACTOR_KEYS);

	private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE);

	private final Map<String, String> values;

	private Secrets(Map<String, String> values) {
		this.values = values;
	}

	/**
	 * Reads the secrets, and makes those that are not there yet.
	 * @param file the file, {@code NAME=value} a line
	 * @return the secrets
	 */
	public static Secrets in(Path file) {
		try {
			Map<String, String> values = Files.exists(file) ? read(file) : new LinkedHashMap<>();
			SecureRandom random = new SecureRandom();
			boolean complete = values.keySet().containsAll(NAMES);
			for (String name : NAMES) {
				values.computeIfAbsent(name, (missing) -> generate(missing, random));
			}
			if (!complete) {
				write(file, values);
			}
			return new Secrets(values);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String get(String name) {
		String value = this.values.get(name);
		if (value == null) {
			throw new IllegalArgumentException("No secret is named " + name);
		}
		return value;
	}

	/**
	 * The environment of a process that needs some of them.
	 * @param names which
	 * @return names and values
	 */
	public Map<String, String> only(Collection<String> names) {
		return names.stream().collect(Collectors.toMap(Function.identity(), this::get));
	}

	/** Names only. */
	@Override
	public String toString() {
		return this.values.keySet().toString();
	}

	private static Map<String, String> read(Path file) throws IOException {
		if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
			Files.setPosixFilePermissions(file, OWNER_ONLY);
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (String line : Files.readAllLines(file)) {
			int equals = line.indexOf('=');
			if (equals > 0 && !line.startsWith("#")) {
				values.put(line.substring(0, equals), line.substring(equals + 1));
			}
		}
		return values;
	}

	/**
	 * The mode is part of the creation, so that no one can open the file before it is
	 * narrowed; and the file appears whole or not at all.
	 */
	private static void write(Path file, Map<String, String> values) throws IOException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		Path part = file.resolveSibling(file.getFileName() + ".part");
		Files.deleteIfExists(part);
		StringBuilder lines = new StringBuilder("# Made by ./marquee. Keep it: Keycloak's data knows these.\n");
		values.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
		try (SeekableByteChannel channel = Files.newByteChannel(part,
				EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
			ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		}
		Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private static String generate(String name, SecureRandom random) {
		if (name.equals(DEMO_PASSWORD)) {
			return typeable(random);
		}
		byte[] bytes = new byte[32];
		random.nextBytes(bytes);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		return NAMED.contains(name) ? Year.now() + ":" + secret : secret;
	}

	/**
	 * For people to type: five groups such as {@code Kp7m}, without look-alikes, 84 bits.
	 */
	private static String typeable(SecureRandom random) {
		List<String> pattern = List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghjkmnpqrstuvwxyz", "23456789",
				"abcdefghjkmnpqrstuvwxyz");
		StringBuilder password = new StringBuilder();
		for (int group = 0; group < 5; group++) {
			password.append(password.isEmpty() ? "" : "-");
			pattern.forEach((letters) -> password.append(letters.charAt(random.nextInt(letters.length()))));
		}
		return password.toString();
	}

}
