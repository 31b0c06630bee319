package dev.rapport.local.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.local.write.LocalWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards what tuning reached, with room to spare; on people it was tuned on, so no result. */
class AnswerQualityTest {
  @Test
  void givenDevelopmentPeople_whenTheirTwinsAreAsked_thenTheOwnWordsDecide() {
    BgeSmall bge = BgeSmall.lazy();
    AnswerModel model = AnswerModel.shipped();
    TuningData data =
        new TuningData(new Views(bge::read, model.background()), LocalWriter.using(bge));
    SamplePersonas people = SamplePersonas.shipped();
    Tally tally = new Tally();
    for (String id : List.of("p01", "p02", "p03")) {
      data.persona(people.load(id)).forEach(set -> tally.add(model.scorer(), set));
    }

    assertThat(tally.withPage(TuningSet.Sort.TWIN)).isGreaterThan(0.28);
    assertThat(tally.withTellingPassages(TuningSet.Sort.TWIN)).isGreaterThan(0.40);
    // The same options are asked with four histories, so what the history does not say cannot help.
    assertThat(tally.withoutTellingPassages(TuningSet.Sort.TWIN)).isLessThan(0.30);
  }
}
