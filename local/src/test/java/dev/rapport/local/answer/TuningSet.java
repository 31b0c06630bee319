package dev.rapport.local.answer;

/**
 * One question over one page, weighed, with what tuning knows of it.
 *
 * @param group people and corpus messages of one group are held out together
 * @param telling which passages come from the conversation that the question is about
 * @param right the option that suits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TuningSet(
    Sort sort, int group, Evidence evidence, boolean[] telling, int options, int right) {
  /** Where a set comes from. */
  enum Sort {
    /** A person's question over the page the writer writes. */
    QUESTION(1),
    TWIN(0.7),
    /** A person's question over all they said. */
    QUESTION_WHOLE(0.5),
    TWIN_WHOLE(0.35),
    CORPUS(0.3);

    /** How much one set counts in tuning. */
    final double weight;

    Sort(double weight) {
      this.weight = weight;
    }
  }
}
