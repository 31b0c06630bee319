package dev.rapport.data.read;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A transcript: "User: ..." and "Assistant: ..." at the beginnings of lines, Markdown or not. */
final class TranscriptReader implements ConversationReader {
  private final Path file;
  private final CountingStream bytes;
  private final BufferedReader lines;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Message> ready = new ArrayDeque<>();
  private Role role = Role.SYSTEM;
  private Instant at = Turn.UNDATED;
  private long lineCount;
  private boolean begun;
  private boolean ended;

  TranscriptReader(Path file, Reader text, CountingStream bytes) {
    this.file = file;
    this.bytes = bytes;
    this.lines = new BufferedReader(text);
  }

  @Override
  public String format() {
    return "transcript";
  }

  @Override
  public long bytesRead() {
    return bytes.count();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      step();
    }
    return !ready.isEmpty();
  }

  @Override
  public Message next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more messages in " + file);
    }
    return ready.remove();
  }

  private void step() {
    String line;
    try {
      line = lines.readLine();
    } catch (IOException e) {
      ended = true;
      throw new ConversationFormatException(
          "%s cannot be read: %s".formatted(file, e.getMessage()));
    }
    if (line == null) {
      end();
      return;
    }
    lineCount++;
    Optional<TurnMark> mark = TurnMark.of(line);
    if (mark.isPresent()) {
      finishTurn();
      begun = true;
      role = mark.get().role();
      at = mark.get().at();
      text.append(line, mark.get().textStart(), line.length());
    } else if (begun) {
      text.append('\n').append(line);
    }
  }

  private void end() {
    ended = true;
    finishTurn();
    if (!begun) {
      throw new ConversationFormatException(
          "%s: none of its %,d lines begins a turn; begin each with \"User:\" or \"Assistant:\""
              .formatted(file, lineCount));
    }
  }

  private void finishTurn() {
    String said = text.toString().strip();
    text.setLength(0);
    if (!said.isEmpty()) {
      ready.add(new Message("", role, said, at));
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
    bytes.close();
  }
}
