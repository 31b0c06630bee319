package dev.rapport.local.answer;

import dev.rapport.local.embed.Reading;

/**
 * A text as evidence sees it. Both vectors have unit length and are centred on what people usually
 * say, so that only what sets a text apart counts.
 */
final class TextView {
  final float[] whole; // the model's own vector of the text
  final float[] content; // its tokens' mean, rare tokens weighing more
  final Reading reading;
  final double[] weights; // of its tokens; 0 for those without content
  final double weightSum;

  TextView(float[] whole, float[] content, Reading reading, double[] weights) {
    this.whole = whole;
    this.content = content;
    this.reading = reading;
    this.weights = weights;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    this.weightSum = sum;
  }

  double wholeSimilarity(TextView other) {
    return dot(whole, other.whole);
  }

  double contentSimilarity(TextView other) {
    return dot(content, other.content);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
