package dev.rapport.data.corpus;

/** Whose preference a corpus message hides. */
public enum CorpusOwner {
  SELF,
  OTHER
}
