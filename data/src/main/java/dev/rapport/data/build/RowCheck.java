package dev.rapport.data.build;

import dev.rapport.data.DatasetException;
import dev.rapport.data.personamem.BenchmarkRow;
import dev.rapport.data.personamem.DataLink;
import dev.rapport.data.personamem.HistoryFile;
import dev.rapport.data.personamem.Window;
import dev.rapport.text.TokenCounter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Checks one row after the other; of the histories only the last few are in memory. */
final class RowCheck {
  private static final int REMEMBERED = 4;

  private final Path root;
  private final TokenCounter counter;
  private final Findings findings;

  /** Most tokens that a history may have; 0 if the data set does not say. */
  private final long budget;

  private final Set<String> histories = new HashSet<>();
  private final Map<String, CheckedHistory> lately = new LinkedHashMap<>();

  RowCheck(Path root, TokenCounter counter, Findings findings, long budget) {
    this.root = root;
    this.counter = counter;
    this.findings = findings;
    this.budget = budget;
  }

  void check(String place, BenchmarkRow row) {
    Set<String> options = new HashSet<>(row.incorrectAnswers());
    options.add(row.correctAnswer());
    if (options.size() <= row.incorrectAnswers().size()) {
      findings.fault(place, "two options are the same");
    }
    if (row.userQuery().text().isBlank()) {
      findings.fault(place, "there is no query");
    }
    if (row.correctAnswer().isBlank()) {
      findings.fault(place, "there is no right answer");
    }
    if (row.incorrectAnswers().isEmpty()) {
      findings.fault(place, "there is no wrong option beside the right one");
    }
    if (row.relatedConversationSnippet().isEmpty()) {
      findings.fault(place, "there is no related conversation");
    }
    resolve(place, row.rawPersonaFile());
    if (!row.window32k().isPresent() && !row.window128k().isPresent()) {
      findings.fault(place, "there is no link to a history");
    }
    check(place, row, row.window32k());
    check(place, row, row.window128k());
  }

  /** Stands for what a row's history says outside of its related conversation. */
  int rest(BenchmarkRow row) {
    Window window = row.window32k().isPresent() ? row.window32k() : row.window128k();
    return window.isPresent()
        ? history(window.link()).hashWithout(row.relatedConversationSnippet())
        : TwinCheck.UNKNOWN;
  }

  int histories() {
    return histories.size();
  }

  private void resolve(String place, String link) {
    if (!link.isEmpty()) {
      try {
        DataLink.resolve(root, link);
      } catch (DatasetException e) {
        findings.fault(place, String.valueOf(e.getMessage()));
      }
    }
  }

  private void check(String place, BenchmarkRow row, Window window) {
    if (!window.isPresent()) {
      return;
    }
    CheckedHistory history = history(window.link());
    if (!history.fault().isEmpty()) {
      findings.fault(place, history.fault());
      return;
    }
    int at = history.find(row.relatedConversationSnippet());
    if (at < 0) {
      findings.fault(place, "the related conversation is not in " + window.link());
    } else if (differ(window.distance(), history.toEnd().get(at))) {
      findings.fault(
          place,
          "distance is given as %d, but counts %d"
              .formatted(window.distance(), history.toEnd().get(at)));
    }
    if (differ(window.totalTokens(), history.stated())) {
      findings.fault(
          place,
          "total tokens are %d, but %s says %d"
              .formatted(window.totalTokens(), window.link(), history.stated()));
    }
  }

  private static boolean differ(long given, long counted) {
    return given != Window.UNKNOWN && counted != Window.UNKNOWN && given != counted;
  }

  private CheckedHistory history(String link) {
    CheckedHistory known = lately.get(link);
    if (known != null) {
      return known;
    }
    CheckedHistory history;
    try {
      history = CheckedHistory.of(HistoryFile.linked(root, link), counter);
    } catch (DatasetException e) {
      history = CheckedHistory.unreadable(String.valueOf(e.getMessage()));
    }
    if (histories.add(link) && history.fault().isEmpty()) {
      checkHistory(link, history);
    }
    if (lately.size() >= REMEMBERED) {
      lately.remove(lately.keySet().iterator().next());
    }
    lately.put(link, history);
    return history;
  }

  private void checkHistory(String link, CheckedHistory history) {
    if (!history.persona()) {
      findings.note(link, "does not begin with a system message, as published histories do");
    }
    if (differ(history.stated(), history.total())) {
      findings.fault(
          link,
          "says it has %d tokens, but counts %d".formatted(history.stated(), history.total()));
    }
    if (budget > 0 && history.total() > budget) {
      findings.fault(
          link, "has %d tokens, above the size of %d".formatted(history.total(), budget));
    }
  }
}
