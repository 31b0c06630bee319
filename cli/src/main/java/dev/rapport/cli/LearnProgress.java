package dev.rapport.cli;

import dev.rapport.chunk.Chunk;
import dev.rapport.data.read.ConversationReader;
import dev.rapport.guard.GuardFinding;
import dev.rapport.learn.LearnListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Draws how far a learning run is, by bytes read of all bytes. */
final class LearnProgress implements LearnListener, AutoCloseable {
  private final ProgressLine line;
  private final Terminal terminal;
  private final long total;
  private long before;
  private long inFile;
  private int chunks;
  private String name = "";

  LearnProgress(Terminal terminal, List<Path> files) throws IOException {
    this.terminal = terminal;
    this.line = new ProgressLine(terminal, InstantSource.system(), "learning");
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    this.total = bytes;
  }

  void start(Path file) {
    name = file.getFileName().toString();
    inFile = 0;
    draw();
  }

  /** Follows a reader. */
  LearnListener of(ConversationReader reader) {
    return new LearnListener() {
      @Override
      public void onMessage(long charactersSoFar) {
        inFile = reader.bytesRead();
        draw();
      }

      @Override
      public void onChunk(Chunk chunk, List<GuardFinding> findings) {
        LearnProgress.this.onChunk(chunk, findings);
      }

      @Override
      public void onBuried(Chunk chunk, String why) {
        LearnProgress.this.onBuried(chunk, why);
      }
    };
  }

  @Override
  public void onChunk(Chunk chunk, List<GuardFinding> findings) {
    chunks++;
    draw();
  }

  @Override
  public void onBuried(Chunk chunk, String why) {
    pause();
    terminal
        .err()
        .println(
            "rapport: a chunk of %d turns was set aside: %s".formatted(chunk.turns().size(), why));
  }

  void pause() {
    line.finish();
  }

  void done(long bytes) {
    before += bytes;
    inFile = 0;
    draw();
  }

  private void draw() {
    line.update(before + inFile, total, "%s, chunks folded: %d".formatted(name, chunks));
  }

  @Override
  public void close() {
    line.finish();
  }
}
