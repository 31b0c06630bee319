package dev.rapport.store;

import dev.rapport.person.PersonKey;
import dev.rapport.person.PersonRef;
import java.util.HexFormat;
import java.util.List;

/**
 * The key that people's data keys are sealed with. It never touches their words itself.
 *
 * <p>Immutable and safe for several threads. Prints as {@code ***}.
 */
final class MasterKey {
  private static final int ERASED_NAME = 20;

  private final byte[] bytes;
  private final AesKey wrapping;
  private final PersonKey naming;

  private MasterKey(byte[] bytes) {
    this.bytes = bytes;
    this.wrapping = AesKey.of(derived(bytes, "rapport wrapping 1"));
    this.naming = PersonKey.of(derived(bytes, "rapport naming 1"));
  }

  static MasterKey of(byte[] bytes) {
    return new MasterKey(bytes.clone());
  }

  /** One key for each use, so that none tells anything about another. */
  private static byte[] derived(byte[] bytes, String use) {
    return HexFormat.of().parseHex(PersonKey.of(bytes).hash(use));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Tells one master key from another, and nothing about it. */
  String fingerprint() {
    return naming.hash("fingerprint");
  }

  byte[] wrap(AesKey key, PersonRef person) {
    return wrapping.seal(key.bytes(), place(person));
  }

  AesKey unwrap(byte[] wrapped, PersonRef person) {
    return AesKey.of(wrapping.open(wrapped, place(person)));
  }

  private static Place place(PersonRef person) {
    return new Place(person, "person.data_key", List.of());
  }

  /** What an erased person is called where they must still be told from others. */
  String erasedName(PersonRef person) {
    return "erased:"
        + naming
            .hash("erased", person.tenant().value(), person.user().value())
            .substring(0, ERASED_NAME);
  }

  @Override
  public String toString() {
    return "MasterKey[***]";
  }
}
