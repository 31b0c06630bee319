package dev.rapport.cli;

import dev.rapport.model.LanguageModel;
import dev.rapport.provider.openai.ModelAddress;
import dev.rapport.provider.openai.OpenAiModel;
import dev.rapport.work.Price;
import dev.rapport.work.PriceList;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Models and prices as settings name them; a model in this process is held once. */
final class Models {
  private final Settings settings;
  private final Clock clock;
  private final SequencedMap<String, LanguageModel> held = new LinkedHashMap<>();

  Models(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Empty for the built-in engine. */
  Optional<LanguageModel> model(String address) {
    if (address.startsWith(LocalModel.PREFIX)) {
      return Optional.of(held.computeIfAbsent(address, Models::local));
    }
    try {
      return switch (ModelAddress.parse(address, settings.environment())) {
        case ModelAddress.None none -> Optional.empty();
        case ModelAddress.Remote remote -> Optional.of(OpenAiModel.of(remote.config(), clock));
      };
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private static LanguageModel local(String address) {
    return LocalModel.at(Path.of(address.substring(LocalModel.PREFIX.length())));
  }

  static PriceList prices(Settings settings) {
    SequencedMap<String, Price> prices = new LinkedHashMap<>();
    settings.prices().forEach((model, price) -> prices.put(model, Price.parse(price)));
    return PriceList.of(prices);
  }
}
