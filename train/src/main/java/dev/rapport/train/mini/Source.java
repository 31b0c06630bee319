package dev.rapport.train.mini;

/** What a question is answered from. */
enum Source {
  /** The full history. */
  HISTORY,
  /** A page written chunk by chunk, blind to the question. */
  PAGE,
  /** A page that says what is true, given: what is left then is to read it. */
  TRUE_PAGE
}
