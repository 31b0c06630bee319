package dev.rapport.work;

/**
 * The right to work on a key. Asked before every paid call, so that a frozen owner pays nothing.
 */
@FunctionalInterface
public interface Lease {
  /** For work that nobody else can be doing. */
  Lease ALWAYS = () -> true;

  /** False once somebody else may have taken over. */
  boolean ours();
}
