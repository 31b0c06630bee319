package dev.rapport.bench.run;

import dev.rapport.chunk.Chunker;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.text.TokenCounter;

/**
 * How histories are read: as {@code learn} reads them, through the privacy gate and in chunks.
 *
 * @param counter what budgets and sizes are counted with
 */
public record Reading(PrivacyGate gate, TokenCounter counter, ChunkerConfig chunks) {
  Chunker chunker() {
    return Chunker.of(counter, chunks);
  }
}
