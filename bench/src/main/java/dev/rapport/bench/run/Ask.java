package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Question;

/**
 * A question put in one way.
 *
 * @param row of the question in the data set, from 0
 * @param mode {@link Mode#CHOICE} or {@link Mode#OPEN}
 */
record Ask(Question question, int row, Mode mode) {
  String key() {
    return key(question.id(), mode);
  }

  static String key(String question, Mode mode) {
    return mode + " " + question;
  }
}
