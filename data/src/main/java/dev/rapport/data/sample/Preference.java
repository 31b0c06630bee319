package dev.rapport.data.sample;

import java.util.List;

/**
 * One thing a careful reader knows after a session.
 *
 * @param session id of the session that reveals it
 * @param evidence the words that do: a verbatim part of a user message of that session
 * @param replaces the preference that this one changes or takes back; at most one, mostly none
 */
public record Preference(
    String id,
    String text,
    PreferenceType type,
    PreferenceOwner owner,
    String topic,
    String session,
    String evidence,
    List<String> replaces) {
  public Preference {
    replaces = List.copyOf(replaces);
  }

  /** Whether it changes or takes back an earlier one. */
  public boolean isUpdate() {
    return !replaces.isEmpty();
  }
}
