package dev.rapport.control;

import dev.rapport.model.Embedder;
import dev.rapport.page.Line;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the lines on a topic: those that share a word with it, and those near it in meaning. */
final class TopicMatcher {
  /**
   * Cosine from which bge-small takes a short topic and a line to be about the same thing;
   * unrelated pairs lie near 0.43.
   */
  private static final double NEAR = 0.64;

  private final Embedder embedder;

  TopicMatcher(Embedder embedder) {
    this.embedder = embedder;
  }

  List<Line> find(String topic, List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    Set<String> wanted = new LinkedHashSet<>(Words.stems(topic));
    List<String> texts = new ArrayList<>();
    texts.add(topic);
    lines.forEach(line -> texts.add(line.text()));
    List<float[]> vectors = embedder.embed(texts);
    float[] target = vectors.getFirst();
    List<Line> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean named =
          Words.stems(line.section() + " " + line.text()).stream().anyMatch(wanted::contains);
      if (named || dot(target, vectors.get(i + 1)) >= NEAR) {
        found.add(line);
      }
    }
    return found;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
