package dev.rapport.cli;

import dev.rapport.model.LanguageModel;
import dev.rapport.provider.openai.ModelAddress;
import dev.rapport.provider.openai.OpenAiModel;
import dev.rapport.work.Price;
import dev.rapport.work.PriceList;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Models and prices as settings name them. */
final class Models {
  private Models() {}

  /** Empty for the built-in engine. */
  static Optional<LanguageModel> model(String address, Settings settings, Clock clock) {
    try {
      return switch (ModelAddress.parse(address, settings.environment())) {
        case ModelAddress.None none -> Optional.empty();
        case ModelAddress.Remote remote -> Optional.of(OpenAiModel.of(remote.config(), clock));
      };
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  static PriceList prices(Settings settings) {
    SequencedMap<String, Price> prices = new LinkedHashMap<>();
    settings.prices().forEach((model, price) -> prices.put(model, Price.parse(price)));
    return PriceList.of(prices);
  }
}
