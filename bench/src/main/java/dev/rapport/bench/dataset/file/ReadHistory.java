package dev.rapport.bench.dataset.file;

import dev.rapport.bench.dataset.History;
import dev.rapport.conversation.Message;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A history that is read anew each time. */
record ReadHistory(String id, Supplier<Stream<Message>> reading) implements History {
  @Override
  public Stream<Message> messages() {
    return reading.get();
  }
}
