package dev.rapport.train.tabular;

import dev.rapport.train.rollout.RolloutTask;

/**
 * A symbol is shown once and asked for after it is out of sight: what was not written down is lost.
 *
 * @param symbol to be carried over
 */
public record RelayTask(int symbol) implements RolloutTask {
  public static final int READ = 100;
  public static final int ASKED = 101;

  @Override
  public int updates() {
    return 1;
  }

  @Override
  public int[] blankPage() {
    return new int[0];
  }

  @Override
  public int[] updatePrompt(int chunk, int[] page) {
    return new int[] {READ, symbol};
  }

  @Override
  public int[] answerPrompt(int[] page) {
    return new int[] {ASKED, page[0]};
  }

  @Override
  public int pageTokens() {
    return 1;
  }

  @Override
  public int answerTokens() {
    return 1;
  }
}
