package dev.rapport.bench.report;

import dev.rapport.bench.run.VerdictRecord.Vote;
import dev.rapport.bench.score.Trial;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One question as the page shows it. Long texts are cut: the run's folder has them whole.
 *
 * @param page key of the memory in the list of pages; empty for none
 * @param options in the order shown, or in the data set's where none was shown
 * @param order the data set's index of each option
 * @param chosen data set's index, or -1
 * @param without verdict without memory; empty where that was not tried
 * @param withoutOption option chosen without memory, or -1
 * @param recalled first texts that were handed over
 * @param more how many were handed over beyond those
 */
record Item(
    String id,
    String person,
    String mode,
    String verdict,
    double score,
    String without,
    int withoutOption,
    Map<String, String> labels,
    String twins,
    String query,
    List<String> options,
    List<Integer> order,
    int gold,
    int chosen,
    String answer,
    String preference,
    String previous,
    List<String> evidence,
    String reply,
    String why,
    double confidence,
    List<Vote> votes,
    String page,
    List<String> recalled,
    int more,
    int recallTokens,
    long calls,
    long tokens) {
  private static final int MOST_RECALLED = 12;
  private static final int LONG_TEXT = 1200;
  private static final int LONG_REPLY = 4000;

  static Item of(Trial trial) {
    var question = trial.question();
    var answer = trial.answer();
    var gold = question.gold();
    List<String> options = question.asked().options();
    List<Integer> order =
        answer.order().isEmpty()
            ? Stream.iterate(0, i -> i + 1).limit(options.size()).toList()
            : answer.order();
    return new Item(
        question.id(),
        question.person(),
        answer.mode().name().toLowerCase(Locale.ROOT),
        trial.graded().verdict().name().toLowerCase(Locale.ROOT),
        trial.graded().score(),
        trial.baseline().isScored()
            ? trial.baseline().verdict().name().toLowerCase(Locale.ROOT)
            : "",
        trial.baselineOption(),
        question.labels().values(),
        question.twins(),
        cut(question.asked().query().text(), LONG_REPLY),
        order.stream().map(i -> cut(options.get(i), LONG_TEXT)).toList(),
        order,
        gold.option(),
        answer.option(),
        cut(gold.answer(), LONG_TEXT),
        cut(gold.preference(), LONG_TEXT),
        cut(gold.previous(), LONG_TEXT),
        gold.evidence().stream().limit(MOST_RECALLED).map(e -> cut(e, LONG_TEXT)).toList(),
        cut(answer.reply(), LONG_REPLY),
        cut(trial.verdict().why(), LONG_TEXT),
        answer.confidence(),
        trial.verdict().votes().stream()
            .map(vote -> new Vote(vote.said(), cut(vote.reason(), LONG_TEXT)))
            .toList(),
        trial.page().text().isEmpty() ? "" : trial.page().history(),
        answer.recalled().stream().limit(MOST_RECALLED).map(r -> cut(r, LONG_TEXT)).toList(),
        Math.max(0, answer.recalled().size() - MOST_RECALLED),
        answer.recallTokens(),
        answer.spent().calls(),
        answer.spent().inputTokens() + answer.spent().outputTokens());
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + " …";
  }
}
