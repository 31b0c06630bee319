package dev.rapport.bench.dataset;

import java.util.List;

/**
 * What a folder with a data set came to.
 *
 * @param absent names of published parts that are not there; no reason not to use the others
 * @param problems that concern the folder as a whole, each with its mend
 */
public record DatasetCheck(
    DatasetInfo info, List<PartCheck> parts, List<String> absent, List<String> problems) {
  public DatasetCheck {
    parts = List.copyOf(parts);
    absent = List.copyOf(absent);
    problems = List.copyOf(problems);
  }

  /** Whether there is something to use, and all of it can be read. */
  public boolean isUsable() {
    return problems.isEmpty() && parts.stream().allMatch(part -> part.problems().isEmpty());
  }

  /**
   * One part that is there.
   *
   * @param name {@code benchmark, 32k}
   * @param version digest of its bytes; empty if it cannot be read
   * @param messages of all histories
   * @param published questions it has as published, 0 where that is not known
   * @param problems each with its mend; the first few
   * @param notes on how it was read; no reason not to use it
   */
  public record PartCheck(
      String name,
      String version,
      int questions,
      int people,
      int histories,
      long messages,
      int published,
      List<String> problems,
      List<String> notes) {
    public PartCheck {
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }
}
