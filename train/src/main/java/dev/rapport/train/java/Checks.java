package dev.rapport.train.java;

import dev.rapport.train.TrainException;
import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Prompt;
import java.util.concurrent.CancellationException;

/** What callers must not ask for. */
final class Checks {
  private Checks() {}

  /** The Vector API is a module that Java leaves out unless asked. */
  static void vectors() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      throw new TrainException(
          "this Java runs without the Vector API; start it with --add-modules jdk.incubator.vector");
    }
  }

  /** Leaves the thread's mark as it is. */
  static void interrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while writing");
    }
  }

  static void temperature(double temperature) {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature %s must be above 0".formatted(temperature));
    }
  }

  static void prompt(ModelConfig config, Prompt prompt) {
    if (prompt.tokens().length == 0 || prompt.limit() < 0) {
      throw new IllegalArgumentException(
          "a prompt of %d tokens with a limit of %d; must be at least 1 and 0"
              .formatted(prompt.tokens().length, prompt.limit()));
    }
    tokens(config, prompt.tokens(), prompt.tokens().length + prompt.limit());
  }

  static void tokens(ModelConfig config, int[] tokens, int length) {
    if (length > config.positions()) {
      throw new IllegalArgumentException(
          "%d tokens are longer than the model's %d positions"
              .formatted(length, config.positions()));
    }
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] < 0 || tokens[i] >= config.vocabulary()) {
        throw new IllegalArgumentException(
            "token %d at place %d; the vocabulary is 0 to %d"
                .formatted(tokens[i], i, config.vocabulary() - 1));
      }
    }
  }
}
