package dev.rapport.fakeserver;

import java.time.Duration;
import java.util.List;

/**
 * What the fake model says to one request.
 *
 * @param text the answer
 * @param thinking what it thinks aloud before; empty for none
 * @param thinkingIn where the thinking is put
 * @param finish the protocol's finish reason, "stop" or "length" ...
 * @param toolCalls tools it wants called; may be empty
 * @param latency from request to first byte
 * @param usage false for a provider that does not count
 * @param sse how a stream of it looks on the wire
 */
public record Answer(
    String text,
    String thinking,
    Thinking thinkingIn,
    String finish,
    List<ToolCall> toolCalls,
    Duration latency,
    boolean usage,
    SseForm sse) {
  /** Where models put what they think. */
  public enum Thinking {
    REASONING_CONTENT,
    REASONING,
    TAGS,
    /** Cut before the closing tag. */
    TAGS_UNCLOSED,
    /** The prompt template opened the tag, so the reply only closes it. */
    TAGS_WITHOUT_OPENING
  }

  /** A tool the model wants called. */
  public record ToolCall(String name, String arguments) {}

  public Answer {
    toolCalls = List.copyOf(toolCalls);
  }

  public static Answer of(String text) {
    return new Answer(
        text, "", Thinking.TAGS, "stop", List.of(), Duration.ZERO, true, SseForm.PLAIN);
  }

  public Answer withThinking(String value, Thinking where) {
    return new Answer(text, value, where, finish, toolCalls, latency, usage, sse);
  }

  public Answer withFinish(String value) {
    return new Answer(text, thinking, thinkingIn, value, toolCalls, latency, usage, sse);
  }

  public Answer withToolCalls(List<ToolCall> value) {
    return new Answer(text, thinking, thinkingIn, "tool_calls", value, latency, usage, sse);
  }

  public Answer withLatency(Duration value) {
    return new Answer(text, thinking, thinkingIn, finish, toolCalls, value, usage, sse);
  }

  public Answer withoutUsage() {
    return new Answer(text, thinking, thinkingIn, finish, toolCalls, latency, false, sse);
  }

  public Answer withSse(SseForm value) {
    return new Answer(text, thinking, thinkingIn, finish, toolCalls, latency, usage, value);
  }

  /** The content field: the text, with thinking around it where tags carry it. */
  String content() {
    return switch (thinkingIn) {
      case REASONING_CONTENT, REASONING -> text;
      case TAGS -> thinking.isEmpty() ? text : "<think>\n" + thinking + "\n</think>\n\n" + text;
      case TAGS_UNCLOSED -> "<think>\n" + thinking + text;
      case TAGS_WITHOUT_OPENING -> thinking + "\n</think>\n\n" + text;
    };
  }

  /** The name of the field that carries the thinking; empty when the content does. */
  String reasoningField() {
    if (thinking.isEmpty()) {
      return "";
    }
    return switch (thinkingIn) {
      case REASONING_CONTENT -> "reasoning_content";
      case REASONING -> "reasoning";
      case TAGS, TAGS_UNCLOSED, TAGS_WITHOUT_OPENING -> "";
    };
  }
}
