package dev.rapport.cli;

import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.runtime.RapportConfig;
import dev.rapport.runtime.Writing;

/** What settings make of the memory's parts. */
final class Parts {
  private Parts() {}

  static RapportConfig config(Settings settings) {
    return new RapportConfig(
        settings.tokenizer(),
        settings.capTokens(),
        settings.chunkTokens(),
        writing(settings.writing()),
        Models.prices(settings),
        privacy(settings));
  }

  private static PrivacyPolicy privacy(Settings settings) {
    try {
      return PrivacyPolicy.parse(settings.privacy());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private static Writing writing(String name) {
    return switch (name) {
      case "patch" -> Writing.PATCH;
      case "rewrite" -> Writing.REWRITE;
      default ->
          throw new UsageException(
              "writing is \"%s\"; it must be patch or rewrite".formatted(name));
    };
  }
}
