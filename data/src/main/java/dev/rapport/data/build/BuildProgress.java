package dev.rapport.data.build;

/** Told how far long work is. */
public interface BuildProgress {
  /** Listens to nothing. */
  BuildProgress SILENT = (done, total, what) -> {};

  /**
   * @param done 0 to {@code total}
   * @param what comes next, in a few words
   */
  void update(long done, long total, String what);
}
