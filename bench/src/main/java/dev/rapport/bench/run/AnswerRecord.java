package dev.rapport.bench.run;

import java.util.List;

/**
 * One line of {@code answers.jsonl}.
 *
 * @param question id of the question
 * @param mode {@link Mode#CHOICE} or {@link Mode#OPEN}
 * @param order how options were shown: {@code order[i]} is the data set's index of the i-th shown;
 *     empty for an open question
 * @param option the chosen option's index in the data set's order, or -1
 * @param reply the answerer's words
 * @param cause why there is no answer; empty unless {@link Outcome#UNANSWERED}
 * @param confidence 0 to 1, or -1 where the answerer tells none
 * @param recalled texts that were recalled, strongest first where the memory ranks them, for
 *     evidence measures and for the reader of a report
 * @param recallTokens of what was recalled, by the run's counter
 */
public record AnswerRecord(
    String question,
    Mode mode,
    Outcome outcome,
    List<Integer> order,
    int option,
    String reply,
    String cause,
    double confidence,
    List<String> recalled,
    int recallTokens,
    Spent spent) {
  /** How asking went. */
  public enum Outcome {
    /** An option was chosen. */
    CHOSEN,
    /** There is a reply, but no option can be read from it. */
    UNPARSED,
    /** An answer in words. */
    REPLIED,
    /** No reply came, for the stated cause: never counted as wrong. */
    UNANSWERED
  }

  public AnswerRecord {
    order = List.copyOf(order);
    recalled = List.copyOf(recalled);
  }
}
