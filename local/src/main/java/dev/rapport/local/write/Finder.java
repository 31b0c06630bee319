package dev.rapport.local.write;

import dev.rapport.conversation.Turn;
import dev.rapport.model.Embedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Picks the few clauses of a turn that tell something lasting. What needs no embedding narrows the
 * choice first, so that a long turn costs no more embeddings than a short one.
 */
final class Finder {
  private static final int MOST_EMBEDDED = 10;
  private static final int MOST_LINES = 3;
  private static final int MOST_OTHERS = 1;
  private static final int FEWEST_WORDS = 3;

  /** One clause of a turn must reach this for the turn to count at all. */
  private static final double TURN_AT = -1.0;

  private static final double CLAUSE_AT = -2.1;

  /** Least salience of what a person says of themselves outright. */
  private static final double OUTRIGHT = 1.0;

  /** Log odds from which a clause is taken for somebody else's. */
  private static final double OTHERS_AT = -2.0;

  private final Embedder embedder;
  private final Scorers scorers;

  Finder(Embedder embedder, Scorers scorers) {
    this.embedder = embedder;
    this.scorers = scorers;
  }

  /**
   * @param clauses those of the turn that may be kept
   * @return in the order they stand in the turn
   */
  List<Finding> find(Turn turn, List<Clause> clauses) {
    if (!TurnSigns.speakOfPeople(clauses)) {
      return List.of();
    }
    List<Finding> ranked =
        clauses.stream()
            .filter(clause -> clause.words().size() >= FEWEST_WORDS || Outright.is(clause))
            .filter(clause -> !Unfit.is(clause.sentence().text()))
            .sorted(
                Comparator.comparing((Clause clause) -> !Outright.is(clause))
                    .thenComparingDouble(clause -> -scorers.salience().score(clause)))
            .limit(MOST_EMBEDDED)
            .map(clause -> score(turn, clause))
            .sorted(Comparator.comparingDouble(finding -> -finding.salience()))
            .toList();
    if (ranked.isEmpty() || ranked.getFirst().salience() < TURN_AT) {
      return List.of();
    }
    return chosen(ranked);
  }

  private Finding score(Turn turn, Clause clause) {
    float[] vector = embedder.embed(clause.sentence().text());
    boolean outright = Outright.is(clause);
    boolean own = outright || scorers.voice().score(clause, vector) < OTHERS_AT;
    double salience = scorers.salience().score(clause, vector);
    return new Finding(
        turn, clause, vector, outright ? Math.max(OUTRIGHT, salience) : salience, own);
  }

  private static List<Finding> chosen(List<Finding> ranked) {
    List<Finding> chosen = new ArrayList<>();
    int others = 0;
    for (Finding finding : ranked) {
      if (finding.salience() < CLAUSE_AT || chosen.size() == MOST_LINES) {
        break;
      }
      if (finding.own() || others < MOST_OTHERS) {
        chosen.add(finding);
        others += finding.own() ? 0 : 1;
      }
    }
    chosen.sort(Comparator.comparingInt(finding -> finding.clause().sentence().start()));
    return chosen;
  }
}
