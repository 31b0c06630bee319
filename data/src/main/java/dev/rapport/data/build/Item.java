package dev.rapport.data.build;

import java.util.List;

/**
 * A question of a persona.
 *
 * @param piece id of the conversation that reveals the preference
 */
record Item(
    String id,
    String piece,
    String query,
    String correct,
    List<String> incorrect,
    String topicQuery,
    String preference,
    String topicPreference,
    String prefType,
    String who,
    boolean updated,
    String previous,
    boolean privateData) {
  Item {
    incorrect = List.copyOf(incorrect);
  }
}
