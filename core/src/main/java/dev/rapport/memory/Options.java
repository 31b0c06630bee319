package dev.rapport.memory;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * The answers a question offers, in the order they are shown.
 *
 * @param texts 2 to 26, none blank, no two the same
 */
public record Options(List<String> texts) {
  private static final int MOST = 26;

  public Options {
    texts = List.copyOf(texts);
    if (texts.size() < 2 || texts.size() > MOST) {
      throw new IllegalArgumentException(
          "%d options; give 2 to %d, one --option each".formatted(texts.size(), MOST));
    }
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isBlank()) {
        throw new IllegalArgumentException("option %s is blank".formatted(letter(i)));
      }
    }
    if (new LinkedHashSet<>(texts).size() < texts.size()) {
      throw new IllegalArgumentException(
          "two of the %d options are the same".formatted(texts.size()));
    }
  }

  public int size() {
    return texts.size();
  }

  static String letter(int option) {
    return String.valueOf((char) ('A' + option));
  }
}
