package dev.rapport.bench.score;

import dev.rapport.bench.run.Mode;
import dev.rapport.bench.run.RunSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run came to.
 *
 * @param questions the run was to ask
 * @param people whose questions they are
 * @param modes one for each mode in which there are answers, choices first
 * @param warnings what a reader must know before believing a number
 */
public record Scores(
    RunSpec spec,
    int questions,
    int people,
    List<ModeScores> modes,
    Cost cost,
    List<String> warnings) {
  public Scores {
    modes = List.copyOf(modes);
    warnings = List.copyOf(warnings);
  }

  /** Counts everything from the records. */
  public static Scores of(RunRecords run) {
    List<ModeScores> modes = new ArrayList<>();
    for (Mode mode : List.of(Mode.CHOICE, Mode.OPEN)) {
      List<Trial> trials = Trials.of(run, mode);
      if (!trials.isEmpty()) {
        modes.add(ModeScores.of(mode, trials));
      }
    }
    return new Scores(
        run.spec(),
        run.questions().size(),
        (int) run.questions().stream().map(question -> question.person()).distinct().count(),
        modes,
        Cost.of(run, run.pages()),
        Warnings.of(run, modes));
  }
}
