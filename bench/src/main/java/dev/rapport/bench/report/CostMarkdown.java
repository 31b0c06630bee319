package dev.rapport.bench.report;

import static dev.rapport.bench.report.Markdown.percent;

import dev.rapport.bench.run.Spent;
import dev.rapport.bench.score.Cost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What a report says of tokens and money. */
final class CostMarkdown {
  private final Markdown text;

  CostMarkdown(Markdown text) {
    this.text = text;
  }

  void add(Cost cost) {
    text.line("## Cost");
    text.line("");
    text.line("| | times | calls | input tokens | output tokens | USD |");
    text.line("|---|---:|---:|---:|---:|---:|");
    spent("writing", cost.pages(), cost.write());
    spent("answering", cost.answers(), cost.answer());
    spent("judging", cost.answers(), cost.judge());
    text.line("");
    text.line(
        "%d chunks of %d history tokens folded into pages of %.0f tokens on average%s; %.0f tokens"
            + " recalled per answer%s.",
        cost.chunks(),
        cost.historyTokens(),
        cost.pageTokens(),
        cost.cap() > 0 ? " (%s of %d)".formatted(percent(cost.pageShare()), cost.cap()) : "",
        cost.recallTokens(),
        cost.recallShare() > 0 ? " (%s of the budget)".formatted(percent(cost.recallShare())) : "");
    text.line("");
  }

  private void spent(String what, int times, Spent spent) {
    text.line(
        "| %s | %d | %d (%s) | %d (%s) | %d (%s) | %s%s |",
        what,
        times,
        spent.calls(),
        per(spent.calls(), times),
        spent.inputTokens(),
        per(spent.inputTokens(), times),
        spent.outputTokens(),
        per(spent.outputTokens(), times),
        spent.usd().round(new MathContext(4)).stripTrailingZeros().toPlainString(),
        spent.priced() ? "" : " and more, not all prices are known");
  }

  private static String per(long amount, int times) {
    double each = times == 0 ? 0 : BigDecimal.valueOf(amount).doubleValue() / times;
    return String.format(Locale.ROOT, "%.1f each", each);
  }
}
