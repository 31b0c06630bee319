package dev.rapport.page;

/** What sort of thing a line tells. */
public enum Kind {
  /** A taste: what is liked, chosen or refused. */
  PREFERENCE,
  /** A thing done again and again. */
  HABIT,
  /** Something that must be respected: an allergy, a limit, a duty. */
  CONSTRAINT,
  /** Anything else that holds of the person. */
  FACT,
  /** How they want to be answered. */
  STYLE
}
