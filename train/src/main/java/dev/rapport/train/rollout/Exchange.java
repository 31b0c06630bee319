package dev.rapport.train.rollout;

import dev.rapport.train.policy.Generated;
import dev.rapport.train.policy.Sequence;
import java.util.Arrays;

/**
 * One conversation of a rollout: a prompt of its own and what the policy wrote after it. It shares
 * nothing with the other conversations but the words that were pasted into its prompt.
 *
 * @param prompt ids, [prompt]
 * @param response ids as they were sampled, stop token included, [response]; may be empty
 * @param logProbs of the response under the policy that wrote it, [response]
 * @param stopped false when the limit came before a stop token
 */
public record Exchange(int[] prompt, int[] response, float[] logProbs, boolean stopped) {
  public Exchange {
    if (prompt.length == 0) {
      throw new IllegalArgumentException("a conversation without a prompt");
    }
    if (response.length != logProbs.length) {
      throw new IllegalArgumentException(
          "%d tokens with %d log-probabilities".formatted(response.length, logProbs.length));
    }
    prompt = prompt.clone();
    response = response.clone();
    logProbs = logProbs.clone();
  }

  static Exchange of(int[] prompt, Generated written) {
    return new Exchange(prompt, written.tokens(), written.logProbs(), written.stopped());
  }

  /** What was written, without the token that ended it. */
  public int[] words() {
    return stopped && response.length > 0
        ? Arrays.copyOf(response, response.length - 1)
        : response.clone();
  }

  /** Prompt and response as a policy scores them; the response must not be empty. */
  public Sequence sequence() {
    int[] tokens = Arrays.copyOf(prompt, prompt.length + response.length);
    System.arraycopy(response, 0, tokens, prompt.length, response.length);
    return new Sequence(tokens, prompt.length);
  }
}
