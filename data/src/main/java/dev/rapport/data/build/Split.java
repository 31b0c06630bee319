package dev.rapport.data.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Which table a persona's questions go to; a persona is in one only. */
enum Split {
  BENCHMARK,
  TRAIN,
  VAL;

  private static final int LAST_DEVELOPMENT_PERSONA = 16;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String table() {
    return "benchmark/text/" + label() + ".csv";
  }

  /**
   * For the sample of 32, personas 17 to 32 are the benchmark, as everywhere in Rapport. Of others,
   * the seed draws a fifth (at least one), about the share that PersonaMem-v2 has. Of the rest it
   * draws a tenth for validation (one at least where two are left).
   *
   * @param numbers in order
   */
  static Map<Integer, Split> of(List<Integer> numbers, boolean sample, long seed) {
    Map<Integer, Split> splits = new TreeMap<>();
    List<Integer> rest = new ArrayList<>();
    for (int number : numbers) {
      if (sample && number > LAST_DEVELOPMENT_PERSONA) {
        splits.put(number, BENCHMARK);
      } else {
        rest.add(number);
      }
    }
    Shuffle.by(new SplittableRandom(seed), rest);
    int benchmark = sample ? 0 : (numbers.size() + 4) / 5;
    int val = (rest.size() - benchmark + 9) / 10;
    if (rest.size() - benchmark < 2) {
      val = 0;
    }
    for (int i = 0; i < rest.size(); i++) {
      Split drawn = i < benchmark + val ? VAL : TRAIN;
      splits.put(rest.get(i), i < benchmark ? BENCHMARK : drawn);
    }
    return splits;
  }
}
