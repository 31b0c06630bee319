package dev.rapport.model;

import java.util.List;

/** Turns texts into vectors whose dot product says how near they are. Safe for several threads. */
public interface Embedder {
  /** Names the model, since vectors of two models cannot be compared. */
  String name();

  /** Length of every vector. */
  int dimensions();

  /**
   * @param texts any texts; a text beyond the model's window counts only as far as it is read
   * @return one vector of unit length per text, in order; {@code [texts.size()][dimensions()]}
   */
  List<float[]> embed(List<String> texts);

  default float[] embed(String text) {
    return embed(List.of(text)).getFirst();
  }
}
