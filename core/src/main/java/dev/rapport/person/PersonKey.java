package dev.rapport.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One person's secret: it keys every hash kept of their words, so that a hash tells nothing without
 * it and destroying it makes all of them meaningless.
 *
 * <p>Immutable and safe for several threads. Prints as {@code ***}.
 */
public final class PersonKey {
  /** Length of the secret in bytes. */
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  private PersonKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * @param secret exactly {@link #BYTES} bytes; copied
   */
  public static PersonKey of(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException(
          "person key has %d bytes, it must have %d".formatted(secret.length, BYTES));
    }
    return new PersonKey(secret.clone());
  }

  /** The secret itself, for the store alone. */
  public byte[] bytes() {
    return secret.clone();
  }

  /**
   * Keyed hash of some fields; a field's end is part of what is hashed, so ("ab", "c") differs from
   * ("a", "bc").
   *
   * @return 64 lower-case hexadecimal digits (HMAC-SHA-256)
   */
  public String hash(String... fields) {
    return HexFormat.of().formatHex(digest(fields));
  }

  /** The first 64 bits of {@link #hash}, for matchers that keep many. */
  public long shortHash(String... fields) {
    byte[] digest = digest(fields);
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = bits << Byte.SIZE | (digest[i] & 0xff);
    }
    return bits;
  }

  private byte[] digest(String... fields) {
    Mac mac = mac();
    for (String field : fields) {
      byte[] bytes = field.getBytes(UTF_8);
      int length = bytes.length;
      for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
        mac.update((byte) (length >>> shift));
      }
      mac.update(bytes);
    }
    return mac.doFinal();
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(
          "every Java runtime has " + ALGORITHM + "; this one fails", e);
    }
  }

  @Override
  public String toString() {
    return "PersonKey[***]";
  }
}
