package dev.rapport.train.policy;

/**
 * One conversation as a model sees it: a prompt and the tokens generated after it.
 *
 * @param tokens ids of prompt and response, [length]
 * @param prompt how many of them are the prompt's, 1 to length - 1; the tokens from there on are
 *     scored
 */
public record Sequence(int[] tokens, int prompt) {
  public Sequence {
    tokens = tokens.clone();
    if (prompt < 1 || prompt >= tokens.length) {
      throw new IllegalArgumentException(
          "a prompt of %d tokens in a sequence of %d; both prompt and response need one at least"
              .formatted(prompt, tokens.length));
    }
  }

  /** How many tokens are scored. */
  public int scored() {
    return tokens.length - prompt;
  }
}
