package dev.rapport.train.verl;

import java.util.List;

/**
 * A prompt with a place for a page, which is not known before the rollout. Where it stands, the
 * plug-in puts the page's text, fenced as data.
 *
 * @param label what the fence calls the page
 * @param blank stands in the fence while there is no page
 * @param messages in order; one of them has two parts, and the fence comes between
 */
public record VerlPrompt(String label, String blank, List<Message> messages) {
  /**
   * One message.
   *
   * @param role as chat formats name it: system, user
   * @param parts one, or two around the page
   */
  public record Message(String role, List<String> parts) {
    public Message {
      parts = List.copyOf(parts);
    }
  }

  public VerlPrompt {
    messages = List.copyOf(messages);
    long places = messages.stream().mapToInt(message -> message.parts().size() - 1).sum();
    if (places != 1) {
      throw new IllegalArgumentException(
          "a prompt with %d places for a page; there must be one".formatted(places));
    }
  }
}
