package dev.rapport.local.write;

import dev.rapport.model.Embedder;
import dev.rapport.model.Vectors;
import java.util.ArrayList;
import java.util.List;

/** The page's headings, each with words that belong under it; the nearest one is chosen. */
final class Headings {
  static final String HEALTH = "Health";
  static final String MIND = "Mind and feelings";
  static final String OTHERS = "Other people";
  static final String REST = "Everyday life";

  /** Nearness below which no heading fits. */
  private static final double NEAR = 0.45;

  private final Embedder embedder;
  private final List<String> names = new ArrayList<>();
  private final List<String> descriptions = new ArrayList<>();

  Headings(Embedder embedder) {
    this.embedder = embedder;
    for (String line : Resources.lines("headings.txt")) {
      int colon = line.indexOf(':');
      names.add(line.substring(0, colon));
      descriptions.add(line.substring(colon + 1).strip());
    }
  }

  String nearest(float[] vector) {
    double best = NEAR;
    String heading = REST;
    List<float[]> vectors = embedder.embed(descriptions);
    for (int i = 0; i < vectors.size(); i++) {
      double nearness = Vectors.dot(vector, vectors.get(i));
      if (nearness > best) {
        best = nearness;
        heading = names.get(i);
      }
    }
    return heading;
  }
}
