package dev.rapport.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How much of what is private is found, and how much of what is found is private, on texts that did
 * not shape the rules. With {@code -Dprivacy.print=true} the table of docs/privacy.md is printed.
 */
final class PrivacyMeasureTest {
  private static final double LEAST_RECALL = 0.85;
  private static final double LEAST_PRECISION = 0.9;

  private final PrivacyGate gate = PrivacyGates.standard();
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /** Counts of one kind. */
  private static final class Tally {
    private int texts;
    private int found;
    private int named;
  }

  @Test
  void givenTextsTheRulesHaveNotSeen_mostIsFoundAndLittleElse() {
    int alarms = 0;
    int harmless = 0;
    for (LabelledText text : LabelledText.heldOut()) {
      if (!text.isHarmless()) {
        count(text);
        continue;
      }
      harmless++;
      if (!gate.find(text.text()).isEmpty()) {
        alarms++;
        faults.add("false alarm: " + text.text() + " -> " + gate.mask(text.text()));
      }
    }
    int texts = tallies.values().stream().mapToInt(tally -> tally.texts).sum();
    int found = tallies.values().stream().mapToInt(tally -> tally.found).sum();
    if (Boolean.getBoolean("privacy.print")) {
      print(texts, found, alarms, harmless);
    }
    assertThat((double) found / texts).as("recall").isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat((double) found / (found + alarms))
        .as("precision")
        .isGreaterThanOrEqualTo(LEAST_PRECISION);
  }

  private void count(LabelledText text) {
    Tally tally = tallies.computeIfAbsent(text.mark(), mark -> new Tally());
    tally.texts++;
    if (text.isGone(gate)) {
      tally.found++;
    } else {
      faults.add("missed: " + text.text() + " -> " + gate.mask(text.text()));
    }
    tally.named += text.isFoundExactly(gate.find(text.text())) ? 1 : 0;
  }

  private void print(int texts, int found, int alarms, int harmless) {
    tallies.forEach(
        (mark, tally) ->
            System.out.printf(
                "| %s | %d | %d | %d |%n", mark, tally.texts, tally.found, tally.named));
    System.out.printf(
        "gone %d of %d (recall %.3f); false alarms %d of %d texts (precision %.3f)%n",
        found, texts, (double) found / texts, alarms, harmless, (double) found / (found + alarms));
    faults.forEach(System.out::println);
  }
}
