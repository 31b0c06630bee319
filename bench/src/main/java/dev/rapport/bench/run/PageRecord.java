package dev.rapport.bench.run;

import java.util.List;

/**
 * One line of {@code pages.jsonl}: a memory as it stood after the whole history.
 *
 * @param history id of the history
 * @param text the memory as a reader sees it; for a memory that keeps the transcript, empty
 * @param state the memory in its own form, from which recall can be done again; empty for memories
 *     that are rebuilt from the history for nothing
 * @param tokens of the text, by the run's counter
 * @param historyTokens of the messages read
 * @param chunks folded
 * @param failure why the memory could not be written; empty when it could
 * @param findings what the guard changed or refused, rule names only
 */
public record PageRecord(
    String history,
    String text,
    String state,
    int tokens,
    long historyTokens,
    int chunks,
    String failure,
    List<String> findings,
    Spent spent) {
  public PageRecord {
    findings = List.copyOf(findings);
  }
}
