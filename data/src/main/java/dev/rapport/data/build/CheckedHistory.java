package dev.rapport.data.build;

import dev.rapport.data.DatasetException;
import dev.rapport.data.personamem.HistoryFile;
import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.data.personamem.HistoryMetadata;
import dev.rapport.data.personamem.Window;
import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A history as far as checks need it.
 *
 * @param texts of all messages but the leading system message
 * @param toEnd tokens from each message to the end
 * @param total tokens, the leading system message's included
 * @param fault why it cannot be read; empty if it can
 */
record CheckedHistory(
    List<String> texts, List<Long> toEnd, long total, long stated, boolean persona, String fault) {
  static CheckedHistory of(HistoryFile file, TokenCounter counter) {
    try {
      return read(file, counter);
    } catch (DatasetException e) {
      return unreadable(String.valueOf(e.getMessage()));
    }
  }

  static CheckedHistory unreadable(String fault) {
    return new CheckedHistory(List.of(), List.of(), 0, Window.UNKNOWN, false, fault);
  }

  private static CheckedHistory read(HistoryFile file, TokenCounter counter) {
    List<String> texts = new ArrayList<>();
    try (Stream<HistoryMessage> messages = file.messages()) {
      messages.forEach(message -> texts.add(message.text()));
    }
    List<Long> toEnd = new ArrayList<>();
    long tokens = 0;
    for (String text : texts.reversed()) {
      tokens += counter.count(text);
      toEnd.add(tokens);
    }
    Optional<String> persona = file.goldPersona();
    return new CheckedHistory(
        texts,
        toEnd.reversed(),
        tokens + persona.map(counter::count).orElse(0),
        file.metadata().map(HistoryMetadata::finalTokenCount).orElse(Window.UNKNOWN),
        persona.isPresent(),
        "");
  }

  /**
   * Where messages stand one after the other.
   *
   * @return index of the first, or -1
   */
  int find(List<HistoryMessage> snippet) {
    List<String> wanted = snippet.stream().map(HistoryMessage::text).toList();
    return Collections.indexOfSubList(texts, wanted);
  }

  /** Stands for all that is said outside of a snippet; equal texts give equal numbers. */
  int hashWithout(List<HistoryMessage> snippet) {
    int at = find(snippet);
    if (at < 0 || !fault.isEmpty()) {
      return TwinCheck.UNKNOWN;
    }
    List<String> rest = new ArrayList<>(texts);
    rest.subList(at, at + snippet.size()).clear();
    return rest.hashCode();
  }
}
