package dev.rapport.data.build;

import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.text.TokenCounter;
import java.util.List;

/** Sizes as the data set counts them: contents alone, nothing for roles or images. */
final class Tokens {
  private Tokens() {}

  static long of(List<HistoryMessage> messages, TokenCounter counter) {
    return messages.stream().mapToLong(message -> counter.count(message.text())).sum();
  }
}
