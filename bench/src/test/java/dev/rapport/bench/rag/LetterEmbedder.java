package dev.rapport.bench.rag;

import dev.rapport.model.Embedder;
import java.util.List;
import java.util.Locale;

/** A vector of how often words with each hash occur, of unit length: equal words are near. */
final class LetterEmbedder implements Embedder {
  private static final int DIMENSIONS = 512;

  @Override
  public String name() {
    return "words";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream().map(LetterEmbedder::vector).toList();
  }

  private static float[] vector(String text) {
    float[] vector = new float[DIMENSIONS];
    vector[0] = 0.01f;
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      vector[1 + Math.floorMod(word.hashCode(), DIMENSIONS - 1)] += 1;
    }
    double length = 0;
    for (float value : vector) {
      length += (double) value * value;
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(length);
    }
    return vector;
  }
}
