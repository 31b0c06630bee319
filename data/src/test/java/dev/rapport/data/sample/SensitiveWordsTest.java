package dev.rapport.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyGates;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The private piece that each of the 32 sample people lets slip, and all else that they say. With
 * {@code -Dprivacy.print=true} what docs/privacy.md publishes is printed.
 */
final class SensitiveWordsTest {
  private final PrivacyGate gate = PrivacyGates.standard();

  @Test
  void givenThePrivatePieceOfEachPersona_almostNoneIsStored() {
    List<String> missed = new ArrayList<>();
    int pieces = 0;
    int texts = 0;
    int alarms = 0;
    for (String id : SamplePersonas.shipped().ids()) {
      SamplePersona persona = SamplePersonas.shipped().load(id);
      List<String> secrets =
          persona.preferences().stream()
              .filter(preference -> preference.type() == PreferenceType.SENSITIVE_INFO)
              .map(Preference::evidence)
              .toList();
      pieces += secrets.size();
      List<String> stored = new ArrayList<>();
      for (Session session : persona.sessions()) {
        for (SampleMessage message : session.messages()) {
          texts++;
          stored.add(gate.mask(message.text()));
          boolean clean = secrets.stream().noneMatch(message.text()::contains);
          alarms += clean && !gate.find(message.text()).isEmpty() ? 1 : 0;
        }
      }
      secrets.stream()
          .filter(secret -> stored.stream().anyMatch(text -> text.contains(secret)))
          .forEach(secret -> missed.add(id + " " + secret));
    }
    if (Boolean.getBoolean("privacy.print")) {
      System.out.printf(
          "sample people: %d of %d pieces gone; findings in %d of %d other messages; missed %s%n",
          pieces - missed.size(), pieces, alarms, texts - pieces, missed);
    }
    assertThat(pieces).isEqualTo(32);
    assertThat(missed).hasSizeLessThanOrEqualTo(1);
  }
}
