package dev.rapport.cli;

import dev.rapport.bench.run.Estimate;
import dev.rapport.bench.run.RunResult;
import dev.rapport.bench.run.RunSpec;
import dev.rapport.bench.run.VerdictRecord.Verdict;
import dev.rapport.work.Cost;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run says: estimates and results. */
final class BenchPrint {
  private final Terminal terminal;
  private final boolean json;

  BenchPrint(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** Before it spends, on stderr. */
  void announce(Estimate estimate) {
    lines(estimate).forEach(line -> terminal.err().println(line));
    terminal.err().flush();
  }

  /** Instead of running, on stdout. */
  void estimate(Estimate estimate) {
    if (json) {
      terminal.out().println(Json.line(described(estimate)));
    } else if (estimate.items().isEmpty()) {
      terminal.out().println("No model is called: it costs nothing.");
    } else {
      lines(estimate).forEach(line -> terminal.out().println(line));
    }
    terminal.out().flush();
  }

  private static List<String> lines(Estimate estimate) {
    List<String> lines = new java.util.ArrayList<>();
    for (Estimate.Item item : estimate.items()) {
      lines.add(
          "estimate  %-9s %,8d calls  %,12d tokens in  %,10d out  %s  (%s)"
              .formatted(
                  item.stage().label(),
                  item.calls(),
                  item.inputTokens(),
                  item.outputTokens(),
                  money(item.cost()),
                  item.model()));
    }
    lines.add(
        "estimate  %-9s %,8d calls  %s; tokens are guessed, a chunk may take a second call"
            .formatted("in all", estimate.calls(), money(estimate.cost())));
    return lines;
  }

  private static String money(Cost cost) {
    return switch (cost) {
      case Cost.Known known -> String.format(Locale.ROOT, "US$ %.4f", known.usd());
      case Cost.Unknown unknown -> "price unknown (set prices in rapport.yaml)";
    };
  }

  private static Object usd(Cost cost) {
    return switch (cost) {
      case Cost.Known known -> known.usd();
      case Cost.Unknown unknown -> "unknown";
    };
  }

  private static Map<String, Object> described(Estimate estimate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("calls", estimate.calls());
    fields.put("costUsd", usd(estimate.cost()));
    fields.put("stages", estimate.items().stream().map(BenchPrint::described).toList());
    return fields;
  }

  private static Map<String, Object> described(Estimate.Item item) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stage", item.stage().label());
    fields.put("model", item.model());
    fields.put("calls", item.calls());
    fields.put("inputTokens", item.inputTokens());
    fields.put("outputTokens", item.outputTokens());
    fields.put("costUsd", usd(item.cost()));
    return fields;
  }

  void result(RunSpec spec, Path folder, RunResult result) {
    if (json) {
      terminal.out().println(Json.line(described(spec, folder, result)));
    } else {
      terminal.out().println(sentence(spec, result));
      if (!result.finished()) {
        terminal.err().println("stopped at the limit; go on with: rapport bench resume " + folder);
      }
    }
    terminal.out().flush();
    terminal.err().flush();
  }

  private static String sentence(RunSpec spec, RunResult result) {
    double share = result.judged() == 0 ? 0 : 100 * result.right() / result.judged();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s on %s: %.1f%% of %d answers with a score are right",
            spec.strategy(),
            spec.dataset(),
            share,
            result.judged()));
    for (Verdict verdict : List.of(Verdict.UNPARSED, Verdict.UNANSWERED, Verdict.UNJUDGED)) {
      long count = result.verdicts().getOrDefault(verdict, 0L);
      if (count > 0) {
        text.append(", %d %s".formatted(count, verdict.name().toLowerCase(Locale.ROOT)));
      }
    }
    return text.append(". ").append(spent(result)).toString();
  }

  private static String spent(RunResult result) {
    dev.rapport.bench.run.Spent spent = result.spent();
    return "%,d model calls, %,d tokens in, %,d out, US$ %s%s"
        .formatted(
            spent.calls(),
            spent.inputTokens(),
            spent.outputTokens(),
            spent.usd().toPlainString(),
            spent.priced() ? "" : " or more (some prices are unknown)");
  }

  private static Map<String, Object> described(RunSpec spec, Path folder, RunResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("folder", folder.toString());
    fields.put("finished", result.finished());
    fields.put("dataset", spec.dataset());
    fields.put("strategy", spec.strategy());
    fields.put("judged", result.judged());
    fields.put("right", result.right());
    for (Verdict verdict : Verdict.values()) {
      fields.put(
          verdict.name().toLowerCase(Locale.ROOT), result.verdicts().getOrDefault(verdict, 0L));
    }
    fields.put("calls", result.spent().calls());
    fields.put("inputTokens", result.spent().inputTokens());
    fields.put("outputTokens", result.spent().outputTokens());
    fields.put("costUsd", result.spent().priced() ? result.spent().usd() : "unknown");
    return fields;
  }
}
