package dev.rapport.page;

/** Whether the person said a thing outright or it was gathered from what they said by the way. */
public enum Basis {
  STATED,
  INFERRED
}
