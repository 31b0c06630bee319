package dev.rapport.bench.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of one query over histories that each make another option right. What is chosen without
 * regard to the history is right for exactly one history of a full set, so it scores chance: no
 * flavour of the options helps.
 *
 * @param accuracy of the twin questions
 * @param allRight share of the complete sets in which every twin was answered right; a set is
 *     complete when all of its questions are scored
 * @param sets complete ones
 * @param chance accuracy of a guess
 * @param chanceAllRight share of sets that independent guesses get all right; an answerer that does
 *     not see the history gets none
 */
public record Twins(
    Accuracy accuracy, Estimate allRight, int sets, double chance, double chanceAllRight) {

  /** Counts the trials that belong to a twin set. */
  static Twins of(List<Trial> trials) {
    Map<String, List<Trial>> sets = new LinkedHashMap<>();
    List<Trial> twins = new ArrayList<>();
    for (Trial trial : trials) {
      if (!trial.question().twins().isBlank()) {
        twins.add(trial);
        sets.computeIfAbsent(trial.question().twins(), name -> new ArrayList<>()).add(trial);
      }
    }
    List<Sample> complete = new ArrayList<>();
    double luck = 0;
    for (List<Trial> set : sets.values()) {
      if (set.size() > 1 && set.stream().allMatch(trial -> trial.graded().isScored())) {
        boolean right = set.stream().allMatch(trial -> trial.graded().isRight());
        complete.add(new Sample(set.getFirst().person(), right ? 1 : 0));
        luck += set.stream().mapToDouble(Chance::of).reduce(1, (a, b) -> a * b);
      }
    }
    return new Twins(
        Accuracy.of(twins),
        Clustered.share(complete),
        complete.size(),
        Chance.of(twins),
        complete.isEmpty() ? 0 : luck / complete.size());
  }
}
