package dev.rapport.train.sft;

import dev.rapport.train.policy.Sequence;
import java.util.Arrays;

/**
 * Something to imitate.
 *
 * @param tokens ids, [length]
 * @param learned which of them are to be foretold, [length]; never the first
 */
public record Example(int[] tokens, boolean[] learned) {
  public Example {
    tokens = tokens.clone();
    learned = learned.clone();
    if (tokens.length != learned.length || tokens.length < 2 || learned[0]) {
      throw new IllegalArgumentException(
          "%d tokens with a mask of %d: as long as each other, two at least, the first not learned"
              .formatted(tokens.length, learned.length));
    }
  }

  /** A prompt and what should follow it. */
  public static Example of(int[] prompt, int[] response) {
    var tokens = new int[prompt.length + response.length];
    System.arraycopy(prompt, 0, tokens, 0, prompt.length);
    System.arraycopy(response, 0, tokens, prompt.length, response.length);
    var learned = new boolean[tokens.length];
    Arrays.fill(learned, prompt.length, tokens.length, true);
    return new Example(tokens, learned);
  }

  /** Tokens that count. */
  int weight() {
    int count = 0;
    for (boolean one : learned) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** Scored from the first token that counts, or from the second token if none does. */
  Sequence sequence() {
    int first = 1;
    while (first < learned.length && !learned[first]) {
      first++;
    }
    return new Sequence(tokens, first == learned.length ? 1 : first);
  }
}
