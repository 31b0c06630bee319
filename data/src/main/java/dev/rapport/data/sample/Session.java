package dev.rapport.data.sample;

import java.util.List;

/**
 * One conversation of a persona.
 *
 * @param scenario what kind of task it is, {@code personal_email} for instance
 * @param topic of the preference it reveals
 * @param reveals ids of the preferences it reveals
 */
public record Session(
    String id, String scenario, String topic, List<String> reveals, List<SampleMessage> messages) {
  public Session {
    reveals = List.copyOf(reveals);
    messages = List.copyOf(messages);
  }
}
