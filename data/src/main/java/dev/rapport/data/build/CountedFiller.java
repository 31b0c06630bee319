package dev.rapport.data.build;

import dev.rapport.data.personamem.HistoryMessage;
import dev.rapport.data.sample.Filler;
import dev.rapport.text.TokenCounter;
import java.util.List;

/** A neutral dialogue and its size. */
record CountedFiller(List<HistoryMessage> messages, long tokens) {
  static CountedFiller of(Filler filler, TokenCounter counter) {
    List<HistoryMessage> messages = SampleSource.messages(filler.messages());
    return new CountedFiller(messages, Tokens.of(messages, counter));
  }
}
