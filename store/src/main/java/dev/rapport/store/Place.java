package dev.rapport.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.person.PersonRef;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a sealed value stands. It is sealed together with its place, so that it cannot be opened in
 * another: not of another tenant, person, table or row.
 *
 * @param column table and column: "turn.body"
 * @param row what names the row among the person's
 */
record Place(PersonRef person, String column, List<String> row) {
  private static final String FORMAT = "rapport sealed 1";

  Place {
    row = List.copyOf(row);
  }

  /** All of it, each part with its length. */
  byte[] bytes() {
    List<byte[]> parts = new ArrayList<>();
    parts.add(FORMAT.getBytes(UTF_8));
    parts.add(person.tenant().value().getBytes(UTF_8));
    parts.add(person.user().value().getBytes(UTF_8));
    parts.add(column.getBytes(UTF_8));
    row.forEach(part -> parts.add(part.getBytes(UTF_8)));
    int length = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    parts.forEach(part -> all.putInt(part.length).put(part));
    return all.array();
  }

  @Override
  public String toString() {
    return "%s %s of %s".formatted(column, row, person);
  }
}
