package dev.rapport.local.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.local.embed.BgeSmall;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards what training reached, with room to spare. */
class AnswerQualityTest {
  @Test
  void givenDevelopmentPeople_whenTheirTwinsAreAsked_thenTheOwnWordsDecide() {
    AnswerQuality quality = new AnswerQuality(BgeSmall.lazy());
    SamplePersonas people = SamplePersonas.shipped();
    for (String id : List.of("p01", "p02", "p03")) {
      quality.ask(people.load(id));
    }
    Tally twins = quality.tally("twins, written");

    assertThat(twins.withPage()).isGreaterThan(0.33);
    assertThat(twins.withTellingPassages()).isGreaterThan(0.45);
    // The same options are asked with four histories, so what the history does not say cannot help.
    assertThat(twins.withoutTellingPassages()).isLessThan(0.30);
  }
}
