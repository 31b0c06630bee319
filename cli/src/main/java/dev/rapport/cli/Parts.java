package dev.rapport.cli;

import dev.rapport.guard.Guard;
import dev.rapport.guard.GuardConfig;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.text.TokenCounter;
import dev.rapport.tokens.TokenCounters;

/** Parts that settings shape. */
final class Parts {
  private Parts() {}

  static TokenCounter counter(Settings settings) {
    return TokenCounters.named(settings.tokenizer());
  }

  static PrivacyGate gate() {
    return PrivacyGates.standard();
  }

  static Guard guard(Settings settings, TokenCounter counter) {
    GuardConfig config = GuardConfig.DEFAULT;
    return Guard.of(
        new GuardConfig(
            settings.capTokens(), config.maxLoss(), config.smallPage(), config.lineTokens()),
        counter,
        gate());
  }
}
