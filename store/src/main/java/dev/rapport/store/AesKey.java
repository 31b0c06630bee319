package dev.rapport.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals values with AES-256-GCM: one byte for the format, 12 of a nonce, then the value and its 16
 * bytes of proof. A random nonce may be used with one key for about four thousand million values;
 * one person's are far fewer.
 *
 * <p>Immutable and safe for several threads. Prints as {@code ***}.
 */
final class AesKey {
  static final int BYTES = 32;

  private static final byte FORMAT = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;
  private final SecretKeySpec spec;

  private AesKey(byte[] bytes) {
    this.bytes = bytes;
    this.spec = new SecretKeySpec(bytes, "AES");
  }

  static AesKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new StoreException(
          "A key has %d bytes, it must have %d.".formatted(bytes.length, BYTES));
    }
    return new AesKey(bytes.clone());
  }

  static AesKey random() {
    return new AesKey(randomBytes(BYTES));
  }

  static byte[] randomBytes(int count) {
    byte[] random = new byte[count];
    RANDOM.nextBytes(random);
    return random;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  byte[] seal(byte[] plain, Place place) {
    byte[] nonce = randomBytes(NONCE);
    try {
      byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + secret.length)
          .put(FORMAT)
          .put(nonce)
          .put(secret)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-GCM; this one fails", e);
    }
  }

  /**
   * @throws StoreException if it was sealed with another key or for another place, or was changed
   */
  byte[] open(byte[] sealed, Place place) {
    if (sealed.length < 1 + NONCE || sealed[0] != FORMAT) {
      throw new StoreException(
          "The value at %s is not sealed as this program seals. Update the program, or restore the store from a copy."
              .formatted(place));
    }
    byte[] nonce = new byte[NONCE];
    System.arraycopy(sealed, 1, nonce, 0, NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, place)
          .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (AEADBadTagException e) {
      throw new StoreException(
          "The value at %s cannot be opened: it was changed, moved from elsewhere, or sealed with another key. Restore the store from a copy."
              .formatted(place),
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-GCM; this one fails", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Place place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, spec, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.bytes());
    return cipher;
  }

  @Override
  public String toString() {
    return "AesKey[***]";
  }
}
