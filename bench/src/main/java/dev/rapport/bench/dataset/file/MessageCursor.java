package dev.rapport.bench.dataset.file;

import dev.rapport.conversation.Message;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Messages one after the other, from something that has to be closed. */
public interface MessageCursor extends AutoCloseable {
  /** The next one, or none at the end. */
  Optional<Message> next();

  @Override
  void close();

  /** A stream that opens nothing until it is read; closing it closes what was opened. */
  static Stream<Message> stream(Supplier<MessageCursor> opening) {
    var messages = new Opened(opening);
    return StreamSupport.stream(messages, false).onClose(messages::close);
  }

  /** The messages of one cursor. */
  final class Opened extends AbstractSpliterator<Message> {
    private final Supplier<MessageCursor> opening;
    private @Nullable MessageCursor cursor;

    private Opened(Supplier<MessageCursor> opening) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.opening = opening;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Message> action) {
      MessageCursor open = cursor;
      if (open == null) {
        open = opening.get();
        cursor = open;
      }
      Optional<Message> message = open.next();
      message.ifPresent(action);
      return message.isPresent();
    }

    private void close() {
      if (cursor != null) {
        cursor.close();
      }
    }
  }
}
