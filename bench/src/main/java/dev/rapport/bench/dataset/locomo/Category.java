package dev.rapport.bench.dataset.locomo;

import dev.rapport.data.internal.JsonPlace;

/**
 * Kinds of questions under the numbers of the published file; the published evaluation treats 1 as
 * several answers, 2 to 4 as one, 5 as a trap.
 */
enum Category {
  MULTI_HOP("multi-hop"),
  TEMPORAL("temporal"),
  OPEN_DOMAIN("open-domain"),
  SINGLE_HOP("single-hop"),
  ADVERSARIAL("adversarial");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Category of(JsonPlace question) {
    int number = question.number("category");
    if (number < 1 || number > values().length) {
      throw question
          .child("category")
          .fault("is %d".formatted(number), "Write 1 to %d.".formatted(values().length));
    }
    return values()[number - 1];
  }
}
