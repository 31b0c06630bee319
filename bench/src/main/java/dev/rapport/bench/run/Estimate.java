package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry.Outcome;
import dev.rapport.work.PriceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run will cost, before it spends: calls are counted, tokens are guessed from the histories'
 * sizes and from what replies usually take. What is in the run's folder already costs nothing more.
 *
 * @param items one for each stage that calls a model; empty for a run without one
 */
public record Estimate(List<Item> items) {
  public Estimate {
    items = List.copyOf(items);
  }

  /**
   * One stage's calls.
   *
   * @param model as on the price list
   */
  public record Item(
      Stage stage, String model, long calls, long inputTokens, long outputTokens, Cost cost) {}

  /** All stages together. */
  public Cost cost() {
    Cost sum = Cost.free();
    for (Item item : items) {
      sum = sum.plus(item.cost());
    }
    return sum;
  }

  public long calls() {
    return items.stream().mapToLong(Item::calls).sum();
  }

  /**
   * @param models those that are called, by role
   */
  public static Estimate of(
      RunFolder folder,
      RunSpec spec,
      Dataset dataset,
      RunParts parts,
      Map<ModelRole, String> models,
      PriceList prices) {
    Plan plan = Plan.of(dataset, spec.mode(), spec.limit());
    EstimateGuess guess = new EstimateGuess(spec, dataset, parts, plan, folder);
    List<Item> items = new ArrayList<>();
    add(items, Stage.PAGES, models.getOrDefault(ModelRole.WRITE, ""), guess.pages(), prices);
    add(items, Stage.ANSWERS, models.getOrDefault(ModelRole.ANSWER, ""), guess.answers(), prices);
    add(items, Stage.VERDICTS, models.getOrDefault(ModelRole.JUDGE, ""), guess.verdicts(), prices);
    return new Estimate(items);
  }

  private static void add(
      List<Item> items, Stage stage, String model, EstimateGuess.Load load, PriceList prices) {
    if (!model.isEmpty() && load.calls() > 0) {
      Usage usage = Usage.of(load.input(), load.output());
      items.add(
          new Item(
              stage,
              model,
              load.calls(),
              load.input(),
              load.output(),
              prices.cost(model, Outcome.ANSWERED, usage)));
    }
  }
}
