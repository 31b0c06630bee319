package dev.rapport.bench.run;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnIdentity;
import dev.rapport.model.ModelRole;
import dev.rapport.model.Usage;
import dev.rapport.person.PersonKey;
import dev.rapport.work.Cost;
import dev.rapport.work.LedgerEntry.Outcome;
import dev.rapport.work.PriceList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run will cost, before it spends: calls are counted, tokens are guessed from the histories'
 * sizes and from what replies usually take. What is in the run's folder already costs nothing more.
 *
 * @param items one for each stage that calls a model; empty for a run without one
 */
public record Estimate(List<Item> items) {
  /** Tokens that a prompt has beside what it carries. */
  private static final int WORDING = 900;

  private static final int WRITTEN = 500;
  private static final int CHOICE_REPLY = 120;
  private static final int OPEN_REPLY = 400;
  private static final int VERDICT_REPLY = 120;
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** Histories that are read to tell the size of all. */
  private static final int SAMPLE = 16;

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
    Guess guess =
        new Guess(spec, dataset, parts, Plan.of(dataset, spec.mode(), spec.limit()), folder);
    List<Item> items = new ArrayList<>();
    add(items, Stage.PAGES, models.getOrDefault(ModelRole.WRITE, ""), guess.pages(), prices);
    add(items, Stage.ANSWERS, models.getOrDefault(ModelRole.ANSWER, ""), guess.answers(), prices);
    add(items, Stage.VERDICTS, models.getOrDefault(ModelRole.JUDGE, ""), guess.verdicts(), prices);
    return new Estimate(items);
  }

  private static void add(
      List<Item> items, Stage stage, String model, Load load, PriceList prices) {
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

  /** Calls and their tokens. */
  private record Load(long calls, long input, long output) {
    static final Load NOTHING = new Load(0, 0, 0);
  }

  /** Tokens and chunks of a history, on average. */
  private record Size(double tokens, double chunks) {}

  /** What is left to do and how large it is. */
  private record Guess(RunSpec spec, Dataset dataset, RunParts parts, Plan plan, RunFolder folder) {
    Load pages() {
      Set<String> done = new LinkedHashSet<>();
      try (Stream<PageRecord> pages = folder.pages()) {
        pages.forEach(page -> done.add(page.history()));
      }
      List<String> histories =
          switch (parts.memory()) {
            case Remembering.Kept<?> kept ->
                plan.byHistory().keySet().stream().filter(id -> !done.contains(id)).toList();
            case Remembering.PerQuestion<?> each ->
                plan.asks().stream()
                    .filter(ask -> !done.contains(ask.key()))
                    .map(ask -> ask.question().history())
                    .toList();
            case Remembering.Rebuilt<?> free -> List.<String>of();
            case Remembering.Nothing<?> free -> List.<String>of();
            case Remembering.Evidence<?> free -> List.<String>of();
          };
      if (histories.isEmpty()) {
        return Load.NOTHING;
      }
      Size size = size(histories);
      long calls = Math.round(size.chunks() * histories.size());
      int page = Integer.parseInt(spec.settings().getOrDefault("cap", "0")) / 2;
      long input = Math.round(size.tokens() * histories.size()) + calls * (WORDING + page);
      return new Load(calls, input, calls * WRITTEN);
    }

    Load answers() {
      List<Ask> rest = unanswered();
      if (rest.isEmpty()) {
        return Load.NOTHING;
      }
      long recalled = Math.round(recalled());
      long input = 0;
      long output = 0;
      for (Ask ask : rest) {
        input += WORDING / 2 + recalled + tokens(ask);
        output += ask.mode() == Mode.OPEN ? OPEN_REPLY : CHOICE_REPLY;
      }
      return new Load(rest.size(), input, output);
    }

    Load verdicts() {
      Set<String> done = new LinkedHashSet<>();
      try (Stream<VerdictRecord> verdicts = folder.verdicts()) {
        verdicts.forEach(it -> done.add(Ask.key(it.question(), it.mode())));
      }
      long answers =
          plan.asks().stream()
              .filter(ask -> ask.mode() == Mode.OPEN && !done.contains(ask.key()))
              .count();
      long calls = answers * parts.judges().votes();
      return new Load(calls, calls * (WORDING + OPEN_REPLY), calls * VERDICT_REPLY);
    }

    private List<Ask> unanswered() {
      Set<String> done = new LinkedHashSet<>();
      try (Stream<AnswerRecord> answers = folder.answers()) {
        answers.forEach(it -> done.add(Ask.key(it.question(), it.mode())));
      }
      return plan.asks().stream().filter(ask -> !done.contains(ask.key())).toList();
    }

    private double recalled() {
      return switch (parts.memory()) {
        case Remembering.Nothing<?> nothing -> 0;
        case Remembering.Rebuilt<?> whole ->
            Math.min(spec.recallTokens(), size(List.copyOf(plan.byHistory().keySet())).tokens());
        case Remembering.Evidence<?> little -> Math.min(spec.recallTokens(), WRITTEN);
        case Remembering.Kept<?> page -> spec.recallTokens();
        case Remembering.PerQuestion<?> page -> spec.recallTokens();
      };
    }

    private static long tokens(Ask ask) {
      long characters = ask.question().asked().query().text().length();
      if (ask.mode() == Mode.CHOICE) {
        characters += ask.question().asked().options().stream().mapToLong(String::length).sum();
      }
      return characters / CHARACTERS_PER_TOKEN;
    }

    private Size size(List<String> histories) {
      int step = Math.max(1, histories.size() / SAMPLE);
      long tokens = 0;
      long chunks = 0;
      int read = 0;
      for (int i = 0; i < histories.size() && read < SAMPLE; i += step) {
        for (Iterator<Chunk> it = chunks(histories.get(i)).iterator(); it.hasNext(); ) {
          tokens += it.next().tokens();
          chunks++;
        }
        read++;
      }
      return new Size((double) tokens / read, (double) chunks / read);
    }

    private List<Chunk> chunks(String history) {
      TurnIdentity identity = TurnIdentity.startingAt(PersonKey.of(new byte[PersonKey.BYTES]));
      List<Chunk> found = new ArrayList<>();
      try (Stream<Message> messages = dataset.history(history).messages()) {
        Iterator<Turn> turns = messages.map(identity::identify).iterator();
        parts.reading().chunker().chunks(turns).forEachRemaining(found::add);
      }
      return found;
    }
  }
}
