package dev.rapport.learn;

import dev.rapport.chunk.Chunk;
import dev.rapport.guard.GuardFinding;
import dev.rapport.page.Revision;
import java.util.List;

/** Hears how learning goes, from one thread. */
public interface LearnListener {
  LearnListener SILENT = new LearnListener() {};

  /** A message of the source was read; it may have been known already. */
  default void onMessage(long charactersSoFar) {}

  /** A chunk was folded in. */
  default void onChunk(Chunk chunk, List<GuardFinding> findings) {}

  /** The page moved on. */
  default void onRevision(Revision revision) {}

  /** A chunk was set aside, with why. */
  default void onBuried(Chunk chunk, String why) {}
}
