package dev.rapport.memory;

/** What a person asks. Never seen by whatever writes their page. */
public record Query(String text) {
  public Query {
    if (text.isBlank()) {
      throw new IllegalArgumentException("query is blank; ask something");
    }
  }
}
