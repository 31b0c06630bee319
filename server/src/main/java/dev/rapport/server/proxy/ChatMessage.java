package dev.rapport.server.proxy;

import java.util.List;

/**
 * One message of a request, as far as the proxy looks at it.
 *
 * @param role as written; empty when there is none
 * @param content what kind of value it is
 * @param texts the JSON strings that hold its words, with their quotation marks
 * @param end where more text would go: before a text's closing mark, or before a list's bracket
 * @param empty whether the text or the list has nothing in it
 */
record ChatMessage(String role, Content content, List<Span> texts, int end, boolean empty) {
  /** The kinds of content the protocol knows. */
  enum Content {
    TEXT,
    PARTS,
    /** None, or something that is neither. */
    OTHER
  }

  ChatMessage {
    texts = List.copyOf(texts);
  }

  boolean isUser() {
    return role.equals("user");
  }

  /** Whether more can be said in it for the model to follow. */
  boolean takesNote() {
    return (role.equals("system") || role.equals("developer")) && content != Content.OTHER;
  }
}
