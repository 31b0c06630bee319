package dev.rapport.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.ModelRole;
import dev.rapport.work.PriceList;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EstimateTest {
  private static final SmallSet SET = SmallSet.of(5, 3);

  @TempDir Path folder;

  @Test
  void givenPagesPerQuestion_bothModesShareOne() {
    assertThat(calls(perQuestion())).containsExactly(15L, 30L, 45L);
  }

  @Test
  void givenPagesPerQuestion_whenSomeAreWritten_theRestIsLeft() {
    Bench bench = perQuestion();
    bench.limits = new Limits(4, Limits.ANY_MONEY);
    bench.run(SET, Mode.BOTH, new FakeModel(FakeModel::sensible));
    // Three pages of the first history and one answer.
    assertThat(calls(bench)).containsExactly(12L, 29L, 45L);
  }

  @Test
  void givenAFinishedRun_nothingIsLeft() {
    Bench bench = perQuestion();
    bench.run(SET, Mode.BOTH, new FakeModel(FakeModel::sensible));
    assertThat(calls(bench)).isEmpty();
  }

  private Bench perQuestion() {
    Bench bench = new Bench(folder);
    bench.parallel = 1;
    bench.memory = new Remembering.PerQuestion<>(asked -> new NotesMemory(), NotesMemory.CODEC);
    return bench;
  }

  private static List<Long> calls(Bench bench) {
    Map<ModelRole, String> models =
        Map.of(ModelRole.WRITE, "fake", ModelRole.ANSWER, "fake", ModelRole.JUDGE, "fake");
    Estimate estimate =
        Estimate.of(
            RunFolder.at(bench.folder),
            Bench.spec(Mode.BOTH),
            SET,
            bench.parts(new FakeModel(FakeModel::sensible)),
            models,
            PriceList.EMPTY);
    return estimate.items().stream().map(Estimate.Item::calls).toList();
  }
}
