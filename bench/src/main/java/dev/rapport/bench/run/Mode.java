package dev.rapport.bench.run;

/** How questions are asked. */
public enum Mode {
  /** With their options. */
  CHOICE,
  /** Without, to be answered in words. */
  OPEN,
  /** Both ways, one after the other. */
  BOTH
}
