package dev.rapport.bench.run;

import dev.rapport.chunk.Chunk;
import dev.rapport.chunk.Chunker;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.TurnIdentity;
import dev.rapport.person.PersonKey;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.text.TokenCounter;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * How histories are read: as {@code learn} reads them, through the privacy gate and in chunks.
 *
 * @param counter what budgets and sizes are counted with
 */
public record Reading(PrivacyGate gate, TokenCounter counter, ChunkerConfig chunks) {
  /**
   * What is said in a history, chunk by chunk, read as it is asked for.
   *
   * @param messages stay open until the last chunk is read
   * @param key hashes the turn ids
   */
  public Iterator<Chunk> chunks(Stream<Message> messages, PersonKey key) {
    TurnIdentity identity = TurnIdentity.startingAt(key);
    return Chunker.of(counter, chunks)
        .chunks(
            messages
                .filter(Message::isSpoken)
                .map(identity::identify)
                .map(turn -> turn.withText(gate.mask(turn.text())))
                .filter(turn -> !turn.text().isBlank())
                .iterator());
  }
}
