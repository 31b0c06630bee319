package dev.rapport.bench.run;

import dev.rapport.chunk.Chunk;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Turn;
import dev.rapport.forget.Tombstone;
import dev.rapport.learn.Forgetting;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.memory.WriteContext;
import dev.rapport.memory.Written;
import dev.rapport.model.ModelException;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.work.Calls;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folds a history into a memory, chunk by chunk: M_i = f(C_i, M_{i-1}) (arXiv 2512.06688, sec.
 * 3.2), with what {@code learn} does around it: the privacy gate, tombstones of what the person
 * asked to forget, and a chunk set aside that the model rejects.
 */
final class Folding<S> {
  /** Whose memory it is: nobody by name, since a page says whose it is. */
  static final UserId SOMEBODY = new UserId("this person");

  private static final String SET_ASIDE = "SET_ASIDE";

  private final MemoryStrategy<S> strategy;
  private final Reading reading;

  Folding(MemoryStrategy<S> strategy, Reading reading) {
    this.strategy = strategy;
    this.reading = reading;
  }

  /**
   * What came of it.
   *
   * @param tokens of all chunks
   * @param findings names of what the guard changed or refused, in order
   */
  record Folded<S>(S memory, long tokens, int chunks, List<String> findings) {}

  /**
   * @param history names it; the same name and messages give the same turn ids
   * @throws ModelException if the model gave no reply for some chunk, or rejected every one
   */
  Folded<S> fold(String history, Stream<Message> messages, Calls calls) {
    PersonKey key = PersonKey.of(Digest.bytes("key", history));
    Tally<S> tally = new Tally<>(strategy.empty(SOMEBODY));
    for (Iterator<Chunk> chunks = reading.chunks(messages, key); chunks.hasNext(); ) {
      add(chunks.next(), tally, key, calls);
    }
    return tally.folded();
  }

  private void add(Chunk chunk, Tally<S> tally, PersonKey key, Calls calls) {
    tally.chunks++;
    tally.tokens += chunk.tokens();
    Written<S> written;
    try {
      written = strategy.write(chunk, tally.memory, new WriteContext(key, tally.forgotten, calls));
    } catch (ModelException e) {
      if (e.kind() != ModelException.Kind.REJECTED) {
        throw e;
      }
      tally.setAside(e);
      return;
    }
    tally.forget(written, key);
    tally.memory = written.state();
    written.findings().forEach(finding -> tally.findings.add(finding.rule().name()));
  }

  private static final class Tally<S> {
    private final List<Tombstone> forgotten = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final List<ModelException> rejections = new ArrayList<>();
    private S memory;
    private long tokens;
    private int chunks;

    Tally(S memory) {
      this.memory = memory;
    }

    void setAside(ModelException e) {
      rejections.add(e);
      findings.add(SET_ASIDE);
    }

    void forget(Written<S> written, PersonKey key) {
      List<PageEdit.Forget> requests =
          written.applied().stream()
              .filter(PageEdit.Forget.class::isInstance)
              .map(PageEdit.Forget.class::cast)
              .toList();
      if (!requests.isEmpty() && memory instanceof Page page) {
        forgotten.addAll(Forgetting.of(page, requests, key, Turn.UNDATED).tombstones());
      }
    }

    Folded<S> folded() {
      if (chunks > 0 && rejections.size() == chunks) {
        throw rejections.getLast();
      }
      return new Folded<>(memory, tokens, chunks, List.copyOf(findings));
    }
  }
}
