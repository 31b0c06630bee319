package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.person.PersonRef;
import java.util.List;

/**
 * One person's rows within a transaction: whose they are, and the key that opens them. Every
 * statement about a person is made with these two names.
 */
record PersonRows(Sql sql, PersonRef person, AesKey key) {
  String tenant() {
    return person.tenant().value();
  }

  String user() {
    return person.user().value();
  }

  /** Nothing is nothing: an empty text is not sealed. */
  byte[] seal(SealedColumn column, String text, String... row) {
    return text.isEmpty() ? new byte[0] : seal(column, text.getBytes(UTF_8), List.of(row));
  }

  byte[] seal(SealedColumn column, byte[] plain, List<String> row) {
    return key.seal(plain, new Place(person, column.path(), row));
  }

  String open(SealedColumn column, byte[] sealed, String... row) {
    return sealed.length == 0 ? "" : new String(open(column, sealed, List.of(row)), UTF_8);
  }

  byte[] open(SealedColumn column, byte[] sealed, List<String> row) {
    return key.open(sealed, new Place(person, column.path(), row));
  }
}
