package dev.rapport.train.mini;

import dev.rapport.train.policy.Speed;

/** Hears how a miniature run gets on. */
@FunctionalInterface
public interface MiniListener {
  /**
   * @param seed being worked on
   * @param stage "sft" or an arm's folder
   * @param step made, from 1
   * @param steps of the stage
   * @param value loss in SFT, mean reward in GRPO
   * @param speed of the step
   * @param secondsLeft for the whole run, estimated from the pace so far
   */
  void made(
      long seed, String stage, int step, int steps, double value, Speed speed, double secondsLeft);
}
