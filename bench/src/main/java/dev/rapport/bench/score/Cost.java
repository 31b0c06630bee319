package dev.rapport.bench.score;

import dev.rapport.bench.run.PageRecord;
import dev.rapport.bench.run.Spent;
import java.util.List;

/**
 * What the run cost, failed attempts included, and what it kept.
 *
 * @param pages written
 * @param write all that writing cost
 * @param answer all that answering cost
 * @param judge all that judging cost
 * @param answers asked for
 * @param chunks folded
 * @param historyTokens read
 * @param pageTokens kept, mean of the pages
 * @param pageShare of the page budget used, mean of the pages; 0 where there is no budget
 * @param cap the page budget in tokens, or 0
 * @param recallTokens handed to the answerer, mean of the answers
 * @param recallShare of the recall budget used, mean of the answers; 0 where there is no budget
 */
public record Cost(
    int pages,
    Spent write,
    Spent answer,
    Spent judge,
    int answers,
    long chunks,
    long historyTokens,
    double pageTokens,
    double pageShare,
    int cap,
    double recallTokens,
    double recallShare) {

  /** Adds up; pages and judging belong to all modes together. */
  static Cost of(RunRecords run, List<PageRecord> pages) {
    int cap = cap(run);
    double pageTokens = pages.stream().mapToInt(PageRecord::tokens).average().orElse(0);
    double recalled =
        run.answers().stream().mapToInt(answer -> answer.recallTokens()).average().orElse(0);
    int budget = run.spec().recallTokens();
    return new Cost(
        pages.size(),
        sum(pages.stream().map(PageRecord::spent).toList()),
        sum(run.answers().stream().map(answer -> answer.spent()).toList()),
        sum(run.verdicts().stream().map(verdict -> verdict.spent()).toList()),
        run.answers().size(),
        pages.stream().mapToLong(PageRecord::chunks).sum(),
        pages.stream().mapToLong(PageRecord::historyTokens).sum(),
        pageTokens,
        cap > 0 ? pageTokens / cap : 0,
        cap,
        recalled,
        budget > 0 ? recalled / budget : 0);
  }

  /** Everything together. */
  public Spent total() {
    return write.plus(answer).plus(judge);
  }

  private static Spent sum(List<Spent> spent) {
    return spent.stream().reduce(Spent.NOTHING, Spent::plus);
  }

  private static int cap(RunRecords run) {
    try {
      return Integer.parseInt(run.spec().settings().getOrDefault("cap", "0").strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
