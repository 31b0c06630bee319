package dev.rapport.work;

import dev.rapport.model.Usage;
import dev.rapport.work.LedgerEntry.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** What models cost, from configuration. A model that is not on it costs an unknown amount. */
public final class PriceList {
  /** No price is known. */
  public static final PriceList EMPTY = new PriceList(List.of());

  private record Item(Pattern model, Price price) {}

  private final List<Item> items;

  private PriceList(List<Item> items) {
    this.items = List.copyOf(items);
  }

  /**
   * Makes a list in which the first name that fits counts.
   *
   * @param prices by model name, in which {@code *} stands for anything: {@code gpt-5-mini*}
   */
  public static PriceList of(SequencedMap<String, Price> prices) {
    List<Item> items = new ArrayList<>();
    prices.forEach((name, price) -> items.add(new Item(glob(name), price)));
    return new PriceList(items);
  }

  /**
   * What an attempt cost. A provider does not charge for what it refuses; an attempt that broke off
   * without a word on its tokens may have cost something, so its cost is unknown.
   */
  public Cost cost(String model, Outcome outcome, Usage usage) {
    Optional<Price> price =
        items.stream()
            .filter(item -> item.model().matcher(model).matches())
            .map(Item::price)
            .findFirst();
    if (!usage.reported() && isRefusal(outcome)) {
      return Cost.free();
    }
    if (price.isEmpty()) {
      return Cost.unknown();
    }
    if (!usage.reported()) {
      return price.get().isFree() ? Cost.free() : Cost.unknown();
    }
    return new Cost.Known(price.get().of(usage));
  }

  private static boolean isRefusal(Outcome outcome) {
    return switch (outcome) {
      case THROTTLED, REJECTED, MISCONFIGURED -> true;
      case ANSWERED, UNAVAILABLE, MALFORMED, CANCELLED -> false;
    };
  }

  private static Pattern glob(String name) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      regex.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString());
  }
}
