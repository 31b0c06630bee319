package dev.rapport.data.corpus;

import java.util.List;

/** One message that someone typed to a chatbot. */
public sealed interface CorpusMessage {
  String id();

  String topic();

  /** What kind of task it is, {@code personal_email} for instance. */
  String scenario();

  String userText();

  /** The part it belongs to, for tuning or for testing. */
  default CorpusPart part() {
    return CorpusPart.of(id());
  }

  /**
   * It hides a preference.
   *
   * @param query a later question that the preference bears on
   * @param fits an answer that suits the preference, whoever's it is
   * @param misfits two that do not
   */
  record Revealing(
      String id,
      String topic,
      String scenario,
      String userText,
      CorpusOwner owner,
      CorpusKind kind,
      String preference,
      String query,
      String fits,
      List<String> misfits)
      implements CorpusMessage {
    public Revealing {
      misfits = List.copyOf(misfits);
    }
  }

  /** It hides nothing that lasts. */
  record Silent(String id, String topic, String scenario, String userText)
      implements CorpusMessage {}
}
