package dev.rapport.data.corpus;

/** What kind of preference a corpus message hides. */
public enum CorpusKind {
  STEREOTYPICAL,
  ANTI,
  NEUTRAL,
  HEALTH,
  THERAPY
}
