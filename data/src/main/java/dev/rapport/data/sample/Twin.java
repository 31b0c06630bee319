package dev.rapport.data.sample;

import java.util.List;

/**
 * A counterfactual conversation: put in the place of the one that reveals the question's
 * preference, it makes a wrong option the right one.
 *
 * @param question id of the question
 * @param option index of that option in the question's {@code incorrect}
 * @param preference what it reveals
 * @param evidence the words that do: a verbatim part of one of its user messages
 */
public record Twin(
    String question, int option, String preference, String evidence, List<SampleMessage> messages) {
  public Twin {
    messages = List.copyOf(messages);
  }
}
