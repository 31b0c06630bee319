package dev.rapport.cli;

import dev.rapport.learn.LearnReport;
import dev.rapport.privacy.PrivacyAction;
import dev.rapport.privacy.PrivacyCategory;
import dev.rapport.privacy.PrivacyPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds up the learning of several files, with what it cost. */
final class LearnTotals {
  private long turnsRead;
  private long turnsNew;
  private int chunks;
  private int buried;
  private int waiting;
  private long revision;
  private final Map<PrivacyCategory, Integer> hidden = new EnumMap<>(PrivacyCategory.class);
  private Spent spent = Spent.NOTHING;

  void add(LearnReport report) {
    turnsRead += report.turnsRead();
    turnsNew += report.turnsNew();
    chunks += report.chunks();
    buried += report.chunksBuried();
    waiting = report.turnsWaiting();
    revision = report.revision();
    report.hidden().forEach((kind, count) -> hidden.merge(kind, count, Integer::sum));
  }

  /** Whether nothing is left in the inbox. */
  boolean allFolded() {
    return waiting == 0;
  }

  void add(Spent more) {
    spent = more;
  }

  LearnCommand.Result result(String user) {
    return new LearnCommand.Result(
        user,
        turnsRead,
        turnsNew,
        chunks,
        buried,
        waiting,
        spent.calls(),
        new LearnCommand.Result.Tokens(spent.inputTokens(), spent.outputTokens()),
        spent.usd(),
        revision,
        hiddenByName());
  }

  private Map<String, Integer> hiddenByName() {
    Map<String, Integer> names = new LinkedHashMap<>();
    hidden.forEach((kind, count) -> names.put(name(kind), count));
    return names;
  }

  private static String name(PrivacyCategory kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param policy which kinds of private data the person is to be asked about
   */
  List<String> lines(PrivacyPolicy policy) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d turns read, %,d of them new; chunks folded: %d; page at revision %d"
            .formatted(turnsRead, turnsNew, chunks, revision));
    if (buried > 0) {
      lines.add("chunks set aside: %d; \"page verify\" shows them".formatted(buried));
    }
    if (waiting > 0) {
      lines.add("%d turns wait in the inbox; learn again to fold them".formatted(waiting));
    }
    if (!hidden.isEmpty()) {
      lines.add(
          "private data not kept: "
              + String.join(
                  ", ",
                  hiddenByName().entrySet().stream()
                      .map(entry -> "%d %s".formatted(entry.getValue(), entry.getKey()))
                      .toList()));
    }
    hidden.keySet().stream()
        .filter(kind -> policy.of(kind) == PrivacyAction.ASK)
        .forEach(kind -> lines.add(question(name(kind))));
    if (spent.calls() > 0) {
      lines.add(spent.sentence());
    }
    return lines;
  }

  private static String question(String kind) {
    return "May %s be kept from now on? If so, write \"privacy: {%s: keep}\" in rapport.yaml."
        .formatted(kind, kind);
  }
}
