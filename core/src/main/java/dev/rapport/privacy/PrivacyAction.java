package dev.rapport.privacy;

/** What becomes of private data of a kind. */
public enum PrivacyAction {
  /** The whole sentence is left out. */
  DROP,
  /** A placeholder stands in its place. */
  MASK,
  /**
   * As {@link #MASK}, and the person is told that this kind was hidden and how to let it be kept.
   */
  ASK,
  /** It may be stored. */
  KEEP
}
