package dev.rapport.store;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Where the master key comes from, under which everybody's words are sealed. Who loses it loses
 * every page; who has it and the store can read them. Keep a copy of it, apart from the copies of
 * the store.
 */
public final class KeySource {
  /** The environment variable that holds a key where there is no file for it. */
  public static final String VARIABLE = "RAPPORT_MASTER_KEY";

  /** Gives the key when the store knows whether it is new. */
  interface Keys {
    MasterKey forStore(boolean isNew);
  }

  private final Keys keys;

  KeySource(Keys keys) {
    this.keys = keys;
  }

  /**
   * A file for its owner alone, made for a new store. A store that has a key is never given another
   * one.
   */
  public static KeySource file(Path file) {
    KeyFile keyFile = new KeyFile(file.toAbsolutePath().normalize());
    return new KeySource(isNew -> isNew ? keyFile.readOrMake() : keyFile.read());
  }

  /**
   * The key itself.
   *
   * @param key 32 random bytes as 64 hexadecimal digits, as {@code openssl rand -hex 32} prints
   *     them, or in Base64
   * @throws StoreException if it is none; the message does not repeat it
   */
  public static KeySource text(String key) {
    MasterKey given = parse(key, "The master key");
    return new KeySource(isNew -> given);
  }

  /**
   * What the environment says.
   *
   * @param value of {@link #VARIABLE}, empty when it is not set
   * @throws StoreException if it is not set, or not a key; the message does not repeat it
   */
  public static KeySource environment(String value) {
    if (value.isBlank()) {
      throw new StoreException(
          "%s is not set. Set it to the output of \"openssl rand -hex 32\", or name a key file."
              .formatted(VARIABLE));
    }
    MasterKey given = parse(value, VARIABLE);
    return new KeySource(isNew -> given);
  }

  /** A key that is gone when the process ends. */
  static KeySource random() {
    MasterKey key = MasterKey.of(AesKey.randomBytes(AesKey.BYTES));
    return new KeySource(isNew -> key);
  }

  /**
   * @param isNew whether nothing was sealed in the store yet
   */
  MasterKey forStore(boolean isNew) {
    return keys.forStore(isNew);
  }

  /**
   * @param where for the error
   */
  static MasterKey parse(String text, String where) {
    String key = text.strip();
    try {
      byte[] bytes =
          key.length() == 2 * AesKey.BYTES
              ? HexFormat.of().parseHex(key)
              : Base64.getDecoder().decode(key);
      if (bytes.length == AesKey.BYTES) {
        return MasterKey.of(bytes);
      }
    } catch (IllegalArgumentException e) {
      // It is neither; the message below says what it must be and does not repeat a secret.
    }
    throw new StoreException(
        "%s is no key: it must be 64 hexadecimal digits, or 32 bytes in Base64. %s"
            .formatted(where, "Restore it from a copy."));
  }
}
