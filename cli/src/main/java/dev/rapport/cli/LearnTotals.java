package dev.rapport.cli;

import dev.rapport.learn.LearnReport;
import java.util.ArrayList;
import java.util.List;

/** Adds up the learning of several files, with what it cost. */
final class LearnTotals {
  private long turnsRead;
  private long turnsNew;
  private int chunks;
  private int buried;
  private int waiting;
  private long revision;
  private Spent spent = Spent.NOTHING;

  void add(LearnReport report) {
    turnsRead += report.turnsRead();
    turnsNew += report.turnsNew();
    chunks += report.chunks();
    buried += report.chunksBuried();
    waiting = report.turnsWaiting();
    revision = report.revision();
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
        revision);
  }

  List<String> lines() {
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
    if (spent.calls() > 0) {
      lines.add(spent.sentence());
    }
    return lines;
  }
}
