package dev.rapport.privacy;

/** Finds some kinds of private data. Without state of its own. */
@FunctionalInterface
interface Detector {
  void detect(Reading reading, Findings findings);
}
