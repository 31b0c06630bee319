package dev.rapport.control;

import dev.rapport.model.Embedder;
import dev.rapport.model.Vectors;
import dev.rapport.page.Line;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the lines on a topic: those that share a word with it, those under the heading it names,
 * and those near it in meaning. Near is what stands out: people say by the way what they prefer, so
 * that the line that is meant lies little nearer to the topic than others do. Whoever asks sees the
 * lines before they go, so a line too many is the smaller fault.
 */
final class TopicMatcher {
  /** Cosine from which bge-small takes a short topic and a line to be about the same thing. */
  private static final double SURE = 0.64;

  /** Least cosine of a line that stands out, and how many deviations it lies above the mean. */
  private static final double NEAR = 0.5;

  private static final double DEVIATIONS = 1.8;
  private static final int MOST_STANDING_OUT = 3;

  /** What cosines of lines that are not meant are like, counted as so many lines of the page. */
  private static final int USUAL_LINES = 10;

  private static final double USUAL_MEAN = 0.46;
  private static final double USUAL_DEVIATION = 0.06;

  private final Embedder embedder;

  TopicMatcher(Embedder embedder) {
    this.embedder = embedder;
  }

  /**
   * @return in the order they stand in
   */
  List<Line> find(String topic, List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    Set<String> wanted = new LinkedHashSet<>(Words.stems(topic));
    float[] meant = embedder.embed(topic);
    double[] sure = nearness(meant, lines.stream().map(Line::text).toList());
    double[] near = nearness(meant, lines.stream().map(TopicMatcher::headed).toList());
    double least = leastStandingOut(near);
    List<Line> found = new ArrayList<>();
    for (int i = 0; i < near.length; i++) {
      if (names(lines.get(i), wanted) || sure[i] >= SURE || near[i] >= least) {
        found.add(lines.get(i));
      }
    }
    return found;
  }

  private static boolean names(Line line, Set<String> wanted) {
    return Words.stems(line.text()).stream().anyMatch(wanted::contains)
        || (!wanted.isEmpty() && Words.stems(line.section()).containsAll(wanted));
  }

  /** A heading says of a terse line what it is about. */
  private static String headed(Line line) {
    return line.section() + ": " + line.text();
  }

  private static double leastStandingOut(double[] near) {
    double sum = USUAL_LINES * USUAL_MEAN;
    for (double each : near) {
      sum += each;
    }
    int lines = near.length + USUAL_LINES;
    double mean = sum / lines;
    double squares = USUAL_LINES * USUAL_DEVIATION * USUAL_DEVIATION;
    for (double each : near) {
      squares += (each - mean) * (each - mean);
    }
    double least = Math.max(NEAR, mean + DEVIATIONS * Math.sqrt(squares / lines));
    double[] sorted = near.clone();
    Arrays.sort(sorted);
    return Math.max(least, sorted[Math.max(0, sorted.length - MOST_STANDING_OUT)]);
  }

  private double[] nearness(float[] topic, List<String> texts) {
    return embedder.embed(texts).stream()
        .mapToDouble(vector -> Vectors.dot(topic, vector))
        .toArray();
  }
}
