package dev.rapport.cli;

/**
 * What a policy is trained on or examined in; part of a run's frozen spec.
 *
 * @param data folder in the official layout
 * @param version digest of the table
 * @param variant {@code page} or {@code fullcontext}
 * @param queryAware whether pages are written with the question in sight
 * @param counter chunks and histories are counted with it
 * @param chunkTokens of a chunk, as the paper 5,000
 * @param chunks most of a history, as the paper 8
 * @param pageTokens most tokens the policy may write on a page, by its own tokenizer
 * @param answerTokens of an answer, the same
 * @param contextTokens of a history that is read whole
 * @param openShare of the questions asked for words rather than letters
 * @param judge the model that judges words; {@code none} without
 * @param judges votes on each
 * @param cut what an answer earns that the limit ended: {@code read} as it stands, or {@code zero}
 * @param limit questions that are used; 0 for all
 */
record CourseSpec(
    String data,
    String version,
    String split,
    String size,
    String variant,
    boolean queryAware,
    String counter,
    int chunkTokens,
    int chunks,
    int pageTokens,
    int answerTokens,
    int contextTokens,
    double openShare,
    String judge,
    int judges,
    String cut,
    int limit) {
  static final String NONE = "none";

  boolean isJudged() {
    return !judge.equals(NONE);
  }

  boolean isPaged() {
    return variant.equals("page");
  }
}
