package dev.rapport.data.read;

import dev.rapport.conversation.Message;
import java.io.IOException;
import java.util.Iterator;

/**
 * The messages of one file in order, read as they are asked for, so that a file of any size needs
 * little memory. Not safe for several threads.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link ConversationFormatException} where the file
 * stops making sense; what came before was right.
 */
public interface ConversationReader extends Iterator<Message>, AutoCloseable {
  /** How the file was understood, in a few words. */
  String format();

  /** Bytes of the file consumed so far, for progress. */
  long bytesRead();

  @Override
  void close() throws IOException;
}
