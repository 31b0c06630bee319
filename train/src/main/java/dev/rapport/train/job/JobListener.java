package dev.rapport.train.job;

/** Hears how a job gets on. */
@FunctionalInterface
public interface JobListener {
  /**
   * @param done steps or questions, earlier sessions included
   * @param total of them
   * @param value loss in SFT, mean reward else
   */
  void made(int done, int total, double value);
}
