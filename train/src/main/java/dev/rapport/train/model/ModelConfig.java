package dev.rapport.train.model;

import java.nio.file.Path;
import java.util.List;

/**
 * The shape of a decoder-only transformer: RMSNorm, rotate-half RoPE, grouped-query attention,
 * SwiGLU.
 *
 * @param family which published architecture; decides biases and query/key norms
 * @param vocabulary tokens the head scores
 * @param hidden width of the residual stream
 * @param intermediate width inside the MLP
 * @param heads query heads
 * @param kvHeads key and value heads; a divisor of {@code heads}
 * @param headSize width of one head, even
 * @param positions longest sequence
 * @param normEpsilon added to the mean square in RMSNorm
 * @param ropeTheta base of the rotary frequencies
 * @param tied true when the head is the embedding
 * @param stops ids that end a reply; may be empty
 */
public record ModelConfig(
    Family family,
    int vocabulary,
    int hidden,
    int intermediate,
    int layers,
    int heads,
    int kvHeads,
    int headSize,
    int positions,
    double normEpsilon,
    double ropeTheta,
    boolean tied,
    List<Integer> stops) {
  public ModelConfig {
    stops = List.copyOf(stops);
    positive("vocab_size", vocabulary);
    positive("hidden_size", hidden);
    positive("intermediate_size", intermediate);
    positive("num_hidden_layers", layers);
    positive("num_attention_heads", heads);
    positive("num_key_value_heads", kvHeads);
    positive("head_dim", headSize);
    positive("max_position_embeddings", positions);
    if (heads % kvHeads != 0) {
      throw new IllegalArgumentException(
          "num_key_value_heads %d must divide num_attention_heads %d".formatted(kvHeads, heads));
    }
    if (headSize % 2 != 0) {
      throw new IllegalArgumentException(
          "head_dim %d must be even: RoPE turns pairs".formatted(headSize));
    }
    if (!(normEpsilon > 0 && normEpsilon < 1)) {
      throw new IllegalArgumentException(
          "rms_norm_eps %s must be above 0 and below 1".formatted(normEpsilon));
    }
    if (!(ropeTheta > 1)) {
      throw new IllegalArgumentException("rope_theta %s must be above 1".formatted(ropeTheta));
    }
  }

  /**
   * Reads {@code config.json} of a model's folder.
   *
   * @throws dev.rapport.train.TrainException when it is missing, malformed or of a shape that is
   *     not supported; the message names file, field and value
   */
  public static ModelConfig read(Path folder) {
    return ConfigJson.read(folder.resolve("config.json"));
  }

  /** Writes {@code config.json} as transformers reads it. */
  public void write(Path folder, Dtype weights) {
    ConfigJson.write(this, weights, folder.resolve("config.json"));
  }

  /** Width of all query heads together. */
  public int queries() {
    return heads * headSize;
  }

  /** Width of all key heads together. */
  public int keys() {
    return kvHeads * headSize;
  }

  /** Query heads that share a key head. */
  public int group() {
    return heads / kvHeads;
  }

  private static void positive(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s %d must be at least 1".formatted(field, value));
    }
  }
}
