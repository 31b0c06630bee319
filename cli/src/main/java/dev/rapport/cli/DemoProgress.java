package dev.rapport.cli;

import dev.rapport.chunk.Chunk;
import dev.rapport.guard.GuardFinding;
import dev.rapport.learn.LearnListener;
import java.time.InstantSource;
import java.util.List;

/** Says that the page is being written. */
final class DemoProgress implements LearnListener {
  private final ProgressLine line;
  private int chunks;

  DemoProgress(Terminal terminal) {
    this.line = new ProgressLine(terminal, InstantSource.system(), "reading");
  }

  @Override
  public void onChunk(Chunk chunk, List<GuardFinding> findings) {
    chunks++;
    line.update(chunks, chunks + 1L, "chunks folded: " + chunks);
  }

  void finish() {
    line.finish();
  }
}
