package dev.rapport.train.mini;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How long the rest will take: by the pace of each stage, or before it has one by SFT's. */
final class Pace {
  private static final Map<String, Double> STEPS_OF_SFT =
      Map.of("sft", 1.0, "history", 4.0, "page", 13.0, "answer-only", 7.0);

  private final LongSupplier nanos;
  private final Map<String, Integer> left = new LinkedHashMap<>();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, Integer> made = new LinkedHashMap<>();
  private long last;

  Pace(MiniSpec spec, LongSupplier nanos) {
    this.nanos = nanos;
    left.put("sft", spec.seeds() * spec.sftSteps());
    for (Arm arm : Arm.values()) {
      left.put(arm.folder(), spec.seeds() * spec.steps());
    }
    last = nanos.getAsLong();
  }

  /** Steps that were made by an earlier run. */
  void skip(String stage, int steps) {
    left.merge(stage, -steps, Integer::sum);
    last = nanos.getAsLong();
  }

  void step(String stage) {
    long now = nanos.getAsLong();
    seconds.merge(stage, (now - last) / 1e9, Double::sum);
    made.merge(stage, 1, Integer::sum);
    left.merge(stage, -1, Integer::sum);
    last = now;
  }

  double secondsLeft() {
    double unit = 0;
    double weight = 0;
    for (Map.Entry<String, Integer> entry : made.entrySet()) {
      unit += seconds.getOrDefault(entry.getKey(), 0.0);
      weight += entry.getValue() * STEPS_OF_SFT.getOrDefault(entry.getKey(), 1.0);
    }
    double sum = 0;
    for (Map.Entry<String, Integer> entry : left.entrySet()) {
      int done = made.getOrDefault(entry.getKey(), 0);
      double each =
          done > 0
              ? seconds.getOrDefault(entry.getKey(), 0.0) / done
              : unit / Math.max(1, weight) * STEPS_OF_SFT.getOrDefault(entry.getKey(), 1.0);
      sum += Math.max(0, entry.getValue()) * each;
    }
    return sum;
  }
}
