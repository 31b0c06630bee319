package dev.rapport.page;

/** How much tact a line asks for. */
public enum Sensitivity {
  ORDINARY,
  /** The body: conditions, medicine, diets that doctors order. */
  HEALTH,
  /** The mind: grief, therapy, fears. */
  THERAPY
}
