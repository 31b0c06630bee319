package dev.rapport.local.answer;

import dev.rapport.local.embed.Reading;
import dev.rapport.model.Vectors;

/**
 * A text as evidence sees it.
 *
 * @param content one vector of unit length: its tokens' mean, rare tokens weighing more
 * @param apart the same, centred on what such texts usually say, so that only what sets it apart
 *     counts; of unit length
 * @param reading token by token
 * @param weights of its tokens; 0 for those without content
 * @param weightSum of all its tokens
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TextView(
    float[] content, float[] apart, Reading reading, double[] weights, double weightSum) {

  /** The cosine of what sets the two apart. */
  double similarity(TextView other) {
    return Vectors.dot(apart, other.apart);
  }
}
