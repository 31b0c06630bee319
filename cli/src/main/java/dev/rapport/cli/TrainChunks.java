package dev.rapport.cli;

import dev.rapport.bench.dataset.Dataset;
import dev.rapport.bench.run.Reading;
import dev.rapport.chunk.Chunk;
import dev.rapport.chunk.ChunkMode;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.person.PersonKey;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.PrivacyGates;
import dev.rapport.text.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Histories as training reads them: as {@code learn} does, behind the privacy gate, in chunks of
 * whole turns. Of a history with more chunks than are wanted the middle is left out.
 *
 * @param most chunks of a history
 */
record TrainChunks(Dataset dataset, TokenCounter counter, int chunkTokens, int most) {
  /** Turn ids never leave a rollout, so everybody may have the same. */
  static final PersonKey KEY = PersonKey.of(new byte[PersonKey.BYTES]);

  private static final PrivacyGate GATE = PrivacyGates.standard();

  /** Chunks in which the person says something; without, there is nothing to write. */
  List<Chunk> of(String history) {
    Reading reading =
        new Reading(GATE, counter, new ChunkerConfig(chunkTokens, ChunkMode.WHOLE_TURNS));
    List<Chunk> chunks = new ArrayList<>();
    try (Stream<Message> messages = dataset.history(history).messages()) {
      reading.chunks(messages, KEY).forEachRemaining(chunks::add);
    }
    chunks.removeIf(chunk -> chunk.turns().stream().noneMatch(turn -> turn.role() == Role.USER));
    if (chunks.size() > most) {
      chunks.subList((most + 1) / 2, chunks.size() - most / 2).clear();
    }
    return List.copyOf(chunks);
  }
}
