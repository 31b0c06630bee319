package dev.rapport.data.personamem;

import java.util.List;

/**
 * One conversation of a raw persona file with what is known of it. Texts that the file leaves out
 * are empty.
 *
 * @param scenario the key it stands under
 * @param preference empty for private data
 * @param privateData whether it shows private data
 * @param userQuery empty if nothing is asked
 * @param incorrectAnswers without entries that are null in the file
 */
public record RawElement(
    String scenario,
    String preference,
    String prefType,
    String who,
    boolean updated,
    String prevPref,
    boolean privateData,
    String topicPreference,
    String topicQuery,
    List<HistoryMessage> conversation,
    String userQuery,
    String correctAnswer,
    List<String> incorrectAnswers) {
  public RawElement {
    conversation = List.copyOf(conversation);
    incorrectAnswers = List.copyOf(incorrectAnswers);
  }

  /** Whether it can be asked: a query, a right answer and at least one wrong one. */
  public boolean hasQuestion() {
    return !userQuery.isBlank() && !correctAnswer.isBlank() && !incorrectAnswers.isEmpty();
  }
}
