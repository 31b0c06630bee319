package dev.rapport.cli;

import dev.rapport.train.job.Wording;

/** A rollout's words, and the question they are about. */
interface TrainWording extends Wording {
  TrainQuestion asked();

  @Override
  default String id() {
    return asked().question().id();
  }
}
