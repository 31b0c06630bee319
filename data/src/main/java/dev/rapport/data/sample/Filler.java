package dev.rapport.data.sample;

import java.util.List;

/**
 * A dialogue that says nothing about the person, to pad histories with.
 *
 * @param kind code, math, fact or transform
 */
public record Filler(String id, String kind, List<SampleMessage> messages) {
  public Filler {
    messages = List.copyOf(messages);
  }
}
