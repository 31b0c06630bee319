package dev.rapport.fakeserver;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A chat request that keeps to the protocol.
 *
 * @param attempt counts the server's chat requests from 1
 * @param model the name asked for
 * @param messages in order, not empty
 * @param stream whether pieces are wanted
 * @param includeUsage whether a stream ends with the token count
 * @param body all of it
 */
public record ChatCall(
    int attempt,
    String model,
    List<Message> messages,
    boolean stream,
    boolean includeUsage,
    JsonNode body) {
  /** One message of the request. */
  public record Message(String role, String text) {}

  public ChatCall {
    messages = List.copyOf(messages);
  }

  /** The text of the last message. */
  public String lastText() {
    return messages.getLast().text();
  }

  /** All messages' texts, a line each. */
  public String prompt() {
    return String.join("\n", messages.stream().map(Message::text).toList());
  }
}
