package dev.rapport.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.data.build.BuildProgress;
import dev.rapport.data.build.BuildSpec;
import dev.rapport.data.build.DatasetBuild;
import dev.rapport.data.build.PersonaFiles;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.text.TokenCounter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped personas, built in the official layout and read back. */
class SampleSetTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void build() {
    DatasetBuild.of(PersonaFiles.shipped(), SamplePersonas.shipped().fillers(), new Quarters())
        .run(new BuildSpec(8_000, 42), folder.resolve("s"), false, BuildProgress.SILENT);
  }

  private static Dataset open(String split) {
    return Datasets.open(
        "personamem-v2:" + folder.resolve("s"), DatasetOptions.DEFAULT.withSplit(split));
  }

  @Test
  void givenTheBenchmark_everyQuestionCanBeAskedAndItsEvidenceIsInTheHistory() {
    Dataset dataset = open("benchmark");

    assertThat(dataset.notes()).isEmpty();
    assertThat(dataset.questions()).hasSize(16 * 12);
    for (Question question : dataset.questions()) {
      assertThat(question.asked().options()).hasSize(4);
      assertThat(question.gold().evidence()).isNotEmpty();
      assertThat(Published.texts(dataset, question.history()))
          .containsAll(question.gold().evidence());
      assertThat(question.labels().get(Labels.SIZE)).isEqualTo("8k");
    }
  }

  @Test
  void givenTheBenchmark_noPreferenceAndNoProfileIsInAHistory() {
    Dataset dataset = open("benchmark");
    List<String> profiles =
        SamplePersonas.shipped().ids().stream()
            .map(id -> SamplePersonas.shipped().load(id).shortPersona())
            .toList();

    for (Question question : dataset.questions()) {
      String history = String.join("\n", Published.texts(dataset, question.history()));
      // Of private data, the preference is the person's own words.
      boolean theirWords = question.labels().get(Labels.PRIVATE).equals("true");
      assertThat(history.contains(question.gold().preference())).isEqualTo(theirWords);
      assertThat(profiles).noneMatch(history::contains);
    }
  }

  @Test
  void givenTwins_aReaderWithoutMemoryIsRightByChanceAlone() {
    Map<String, List<Question>> sets =
        open("twins").questions().stream()
            .collect(
                Collectors.groupingBy(Question::twins, LinkedHashMap::new, Collectors.toList()));

    assertThat(sets).hasSize(15 * 7);
    assertThat(sets.values())
        .allSatisfy(
            set -> {
              assertThat(set).extracting(Question::asked).containsOnly(set.getFirst().asked());
              assertThat(set).extracting(Question::history).doesNotHaveDuplicates();
              assertThat(set)
                  .extracting(twin -> twin.gold().option())
                  .containsExactlyInAnyOrder(0, 1, 2, 3);
            });
  }

  /** Counts a token for every four characters begun. */
  private static final class Quarters implements TokenCounter {
    @Override
    public String name() {
      return "quarters";
    }

    @Override
    public int count(CharSequence text) {
      return (text.length() + 3) / 4;
    }

    @Override
    public int fit(String text, int from, int maxTokens) {
      return Math.min(text.length(), from + 4 * maxTokens);
    }
  }
}
