package dev.rapport.local.answer;

import dev.rapport.data.sample.Preference;
import dev.rapport.data.sample.SampleMessage;
import dev.rapport.data.sample.SamplePersona;
import dev.rapport.data.sample.Session;
import java.util.ArrayList;
import java.util.List;

/** A person's page as tuning makes it up: sentences of their own words. */
record TuningPage(List<Entry> lines) {
  /**
   * @param telling whether it comes from the conversation that the question is about
   */
  record Entry(String text, double recency, boolean telling) {}

  /**
   * @param preference what the question is about
   * @param instead the twin's messages to put in the place of its conversation; may be empty
   * @param evidence the twin's
   * @param brief whether only sentences that reveal something are taken
   */
  static TuningPage of(
      SamplePersona persona,
      Preference preference,
      List<SampleMessage> instead,
      String evidence,
      boolean brief) {
    List<Entry> lines = new ArrayList<>();
    double last = persona.sessions().size() - 1.0;
    for (int s = 0; s <= last; s++) {
      Session session = persona.sessions().get(s);
      boolean telling = session.id().equals(preference.session());
      boolean replaced = telling && !instead.isEmpty();
      List<String> revealing =
          replaced
              ? TuningData.sentences(evidence)
              : persona.preferences().stream()
                  .filter(revealed -> revealed.session().equals(session.id()))
                  .flatMap(revealed -> TuningData.sentences(revealed.evidence()).stream())
                  .toList();
      for (String sentence : TuningData.ownWords(replaced ? instead : session.messages())) {
        if (!brief || reveals(sentence, revealing)) {
          lines.add(new Entry(sentence, s / last, telling));
        }
      }
    }
    return new TuningPage(lines);
  }

  private static boolean reveals(String sentence, List<String> evidence) {
    return evidence.stream().anyMatch(each -> sentence.contains(each) || each.contains(sentence));
  }
}
