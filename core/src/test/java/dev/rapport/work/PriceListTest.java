package dev.rapport.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.Usage;
import dev.rapport.work.LedgerEntry.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

final class PriceListTest {
  private static PriceList list() {
    SequencedMap<String, Price> prices = new LinkedHashMap<>();
    prices.put("gpt-5-mini*", Price.parse("0.25/0.025/2"));
    prices.put("gpt-5*", Price.parse("1.25/0.125/10"));
    prices.put("qwen3.local", Price.FREE);
    return PriceList.of(prices);
  }

  private static Cost cost(String model, Usage usage) {
    return list().cost(model, Outcome.ANSWERED, usage);
  }

  @Test
  void theFirstNameThatFitsCounts_andCachedTokensAreCheaper() {
    Usage usage = new Usage(1_000_000, 500_000, 200_000, true);

    assertThat(cost("gpt-5-mini-2025", usage)).isEqualTo(new Cost.Known(new BigDecimal("1.205")));
    assertThat(cost("gpt-5", usage)).isEqualTo(new Cost.Known(new BigDecimal("6.025")));
  }

  @Test
  void givenNoPrice_theCostIsUnknown_notNothing() {
    assertThat(cost("qwen3xlocal", Usage.of(1, 1))).isEqualTo(Cost.unknown());
    assertThat(cost("gpt-5", Usage.UNREPORTED)).isEqualTo(Cost.unknown());
  }

  @Test
  void givenAFreeModel_nothingIsCharged_reportedOrNot() {
    assertThat(cost("qwen3.local", Usage.UNREPORTED)).isEqualTo(Cost.free());
    assertThat(cost("qwen3.local", Usage.of(5, 5))).isEqualTo(Cost.free());
  }

  @Test
  void givenARefusalWithoutUsage_nothingIsCharged_butABrokenCallMayBe() {
    assertThat(list().cost("gpt-5", Outcome.THROTTLED, Usage.UNREPORTED)).isEqualTo(Cost.free());
    assertThat(list().cost("gpt-5", Outcome.UNAVAILABLE, Usage.UNREPORTED))
        .isEqualTo(Cost.unknown());
  }

  @Test
  void givenAnUnreadablePrice_saysHowItIsWritten() {
    assertThatThrownBy(() -> Price.parse("1/2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"1/2\"")
        .hasMessageContaining("input/cached/output");
    assertThatThrownBy(() -> Price.parse("-1/0/2")).isInstanceOf(IllegalArgumentException.class);
  }
}
