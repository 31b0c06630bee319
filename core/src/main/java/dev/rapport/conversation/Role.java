package dev.rapport.conversation;

/** Who speaks in a turn, in the words of the chat protocols. */
public enum Role {
  SYSTEM,
  USER,
  ASSISTANT,
  TOOL
}
