package dev.rapport.bench.run;

import dev.rapport.chunk.Chunker;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.text.TokenCounter;

/**
 * How histories are read: as {@code learn} reads them, through the privacy gate and in chunks.
 *
 * @param counter what budgets and sizes are counted with
 * @param persona whether the persona at the head of a published history is read as the person's own
 *     words; data sets drop it unless they are asked to keep it
 */
public record Reading(
    PrivacyGate gate, TokenCounter counter, ChunkerConfig chunks, boolean persona) {
  Chunker chunker() {
    return Chunker.of(counter, chunks);
  }
}
