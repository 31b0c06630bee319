package dev.rapport.train.job;

import dev.rapport.train.run.JsonFile;
import dev.rapport.train.run.StepLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run wrote, some of each step: {@code tries.jsonl} of its folder. */
record Tries(List<Line> lines) {
  /**
   * A line of the file.
   *
   * @param step from 1
   */
  record Line(int step, List<Attempt> tries) {
    Line {
      tries = List.copyOf(tries);
    }
  }

  /** The same question early and late, or as it may be two questions. */
  record Pair(Seen before, Seen after) {
    int apart() {
      return after.step() - before.step();
    }
  }

  /**
   * @param step from 1
   */
  record Seen(int step, Attempt attempt) {}

  Tries {
    lines = List.copyOf(lines);
  }

  static StepLines file(Path folder) {
    return new StepLines(folder.resolve("tries.jsonl"));
  }

  static Tries read(Path folder) {
    return new Tries(JsonFile.readLines(file(folder).file(), Line.class));
  }

  /**
   * Questions that came again, those with the most steps between first; without any, what the first
   * and the last step asked.
   */
  List<Pair> pairs(int most) {
    Map<String, Pair> byQuestion = new LinkedHashMap<>();
    for (Line line : lines) {
      for (Attempt attempt : line.tries()) {
        var seen = new Seen(line.step(), attempt);
        byQuestion.merge(
            attempt.id(), new Pair(seen, seen), (old, now) -> new Pair(old.before(), seen));
      }
    }
    var again =
        byQuestion.values().stream()
            .filter(pair -> pair.apart() > 0)
            .sorted((a, b) -> Integer.compare(b.apart(), a.apart()))
            .limit(most)
            .toList();
    return again.isEmpty() ? ends(most) : again;
  }

  private List<Pair> ends(int most) {
    var pairs = new ArrayList<Pair>();
    if (lines.size() > 1) {
      Line first = lines.getFirst();
      Line last = lines.getLast();
      for (int i = 0;
          i < Math.min(most, Math.min(first.tries().size(), last.tries().size()));
          i++) {
        pairs.add(
            new Pair(
                new Seen(first.step(), first.tries().get(i)),
                new Seen(last.step(), last.tries().get(i))));
      }
    }
    return pairs;
  }
}
