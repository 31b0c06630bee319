package dev.rapport.train.grpo;

/** What a reward is measured against. */
public enum Baseline {
  /** The group's mean, as Dr. GRPO (arXiv 2503.20783, sec. 3.2) and MemAgent's larger runs. */
  MEAN,
  /** The same, divided by the unbiased standard deviation (arXiv 2402.03300, sec. 4.1.2). */
  SCALED,
  /** The mean of the others, which makes the expected gradient that of the mean reward itself. */
  LEAVE_ONE_OUT
}
