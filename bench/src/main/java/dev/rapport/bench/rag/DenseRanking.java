package dev.rapport.bench.rag;

import dev.rapport.model.Embedder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Every passage by the cosine of its vector with the query's. */
final class DenseRanking implements Ranking {
  private final Embedder embedder;
  private final List<float[]> vectors;

  private DenseRanking(Embedder embedder, List<float[]> vectors) {
    this.embedder = embedder;
    this.vectors = vectors;
  }

  static Ranking over(List<Passage> passages, Embedder embedder) {
    return new DenseRanking(
        embedder, embedder.embed(passages.stream().map(Passage::words).toList()));
  }

  @Override
  public List<Integer> rank(String query) {
    float[] wanted = embedder.embed(query);
    double[] scores = vectors.stream().mapToDouble(vector -> dot(vector, wanted)).toArray();
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .toList();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
