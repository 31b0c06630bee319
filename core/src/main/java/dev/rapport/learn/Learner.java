package dev.rapport.learn;

import dev.rapport.chunk.Chunk;
import dev.rapport.chunk.Chunker;
import dev.rapport.conversation.Message;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.conversation.TurnIdentity;
import dev.rapport.memory.MemoryStrategy;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyCategory;
import dev.rapport.privacy.PrivacyGate;
import dev.rapport.privacy.Screened;
import dev.rapport.text.TokenCounter;
import dev.rapport.work.KeyedWork;
import dev.rapport.work.Lease;
import dev.rapport.work.LeaseLostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * The life of a turn: masked, put in the inbox, cut into chunks with its neighbours, folded into
 * the page (arXiv 2512.06688, sec. 3.2: M_i = f(C_i, M_{i-1}), T = ceil(n / chunk)). A full chunk
 * is folded as soon as it is full, so a history of any length needs the memory of a few chunks.
 *
 * <p>Safe for several threads; two that learn the same person race by compare-and-set on the page,
 * which costs calls but loses nothing. Let {@link KeyedWork} keep them apart.
 */
public final class Learner {
  private static final int BATCH = 64;
  private static final long BATCH_CHARACTERS = 1_000_000;
  private static final int MOST_RACES = 8;

  private final MemoryStore store;
  private final PrivacyGate gate;
  private final TokenCounter counter;
  private final LearnerConfig config;
  private final Folding folding;

  public Learner(
      MemoryStore store,
      MemoryStrategy<Page> strategy,
      PrivacyGate gate,
      TokenCounter counter,
      CallsFor calls,
      LearnerConfig config,
      Clock clock) {
    this.store = store;
    this.gate = gate;
    this.counter = counter;
    this.config = config;
    this.folding = new Folding(store, strategy, calls, clock);
  }

  /**
   * Reads a source to its end and folds everything new in it, the last, not full chunk too.
   *
   * @param messages from the source's beginning, so that turns known before are recognised
   */
  public LearnReport learn(UserId user, Iterator<Message> messages, LearnListener listener) {
    return learn(user, messages, Lease.ALWAYS, listener);
  }

  /**
   * As {@link #learn(UserId, Iterator, LearnListener)}, folding only while there is leave to pay.
   * The source is read to its end all the same: what is not folded waits in the inbox.
   *
   * @param leave asked before every paid call
   */
  public LearnReport learn(
      UserId user, Iterator<Message> messages, Lease leave, LearnListener listener) {
    Tally tally = new Tally();
    boolean within =
        observe(
            user, messages, () -> foldWithin(user, false, leave, tally, listener), tally, listener);
    if (within) {
      foldWithin(user, true, leave, tally, listener);
    }
    return tally.report(waiting(user), store.page(user).revision());
  }

  /** Accepts messages durably without folding them; {@link #fold} does that. */
  public LearnReport observe(UserId user, Iterator<Message> messages, LearnListener listener) {
    Tally tally = new Tally();
    observe(user, messages, () -> false, tally, listener);
    return tally.report(waiting(user), store.page(user).revision());
  }

  /** Folds what waits in the inbox, the last, not full chunk too. */
  public LearnReport fold(UserId user, LearnListener listener) {
    return fold(user, Lease.ALWAYS, listener);
  }

  /**
   * As {@link #fold(UserId, LearnListener)}, while there is leave to pay.
   *
   * @param leave asked before every paid call
   */
  public LearnReport fold(UserId user, Lease leave, LearnListener listener) {
    Tally tally = new Tally();
    foldWithin(user, true, leave, tally, listener);
    return tally.report(waiting(user), store.page(user).revision());
  }

  /**
   * Folds chunk after chunk while there is leave.
   *
   * @param toTheEnd whether the last, not full chunk is folded too
   * @param leave asked before each chunk, with how many were folded or set aside so far
   */
  Stop fold(UserId user, boolean toTheEnd, Lease lease, IntPredicate leave) {
    return fold(user, toTheEnd, lease, new Tally(), leave, LearnListener.SILENT);
  }

  /**
   * Accepts all messages durably.
   *
   * @param afterBatch done whenever some were stored, until it returns false
   * @return whether it never did
   */
  private boolean observe(
      UserId user,
      Iterator<Message> messages,
      BooleanSupplier afterBatch,
      Tally tally,
      LearnListener listener) {
    boolean going = true;
    TurnIdentity identity = TurnIdentity.startingAt(store.key(user));
    List<Turn> batch = new ArrayList<>();
    long characters = 0;
    while (messages.hasNext()) {
      Message message = messages.next();
      tally.characters += message.text().length();
      listener.onMessage(tally.characters);
      if (!message.isSpoken()) {
        continue;
      }
      tally.read++;
      Turn turn = identity.identify(message);
      Screened screened = gate.screen(turn.text());
      tally.hide(screened);
      if (screened.text().isBlank()) {
        continue;
      }
      batch.add(turn.withText(screened.text()));
      characters += turn.text().length();
      if (batch.size() >= BATCH || characters >= BATCH_CHARACTERS) {
        tally.fresh += store.append(user, batch);
        batch.clear();
        characters = 0;
        going = going && afterBatch.getAsBoolean();
      }
    }
    tally.fresh += store.append(user, batch);
    return going;
  }

  /** Whether there was leave for every call. */
  private boolean foldWithin(
      UserId user, boolean toTheEnd, Lease leave, Tally tally, LearnListener listener) {
    try {
      fold(user, toTheEnd, leave, tally, this::isWithinRun, listener);
      return true;
    } catch (LeaseLostException e) {
      return false;
    }
  }

  private boolean isWithinRun(int chunks) {
    return chunks < config.maxChunks();
  }

  private Stop fold(
      UserId user,
      boolean toTheEnd,
      Lease lease,
      Tally tally,
      IntPredicate leave,
      LearnListener listener) {
    for (int race = 0; race < MOST_RACES; race++) {
      int before = tally.chunks();
      Optional<Stop> stop = pass(user, toTheEnd, lease, tally, leave, listener);
      if (stop.isPresent()) {
        return stop.get();
      }
      race = tally.chunks() > before ? 0 : race;
    }
    throw new IllegalStateException(
        "the page of %s moved on %d times while one chunk was written; learn again when it is quiet"
            .formatted(user, MOST_RACES));
  }

  /**
   * Folds chunk after chunk.
   *
   * @return empty when the inbox must be looked at anew: somebody else was faster, or turns were
   *     set aside
   */
  private Optional<Stop> pass(
      UserId user,
      boolean toTheEnd,
      Lease lease,
      Tally tally,
      IntPredicate leave,
      LearnListener listener) {
    Iterator<Chunk> chunks = Chunker.of(counter, config.chunker()).chunks(new Inbox(store, user));
    if (!chunks.hasNext()) {
      return Optional.of(Stop.ENDED);
    }
    Chunk chunk = chunks.next();
    while (chunks.hasNext() || toTheEnd) {
      if (!leave.test(tally.chunks())) {
        return Optional.of(Stop.LIMITED);
      }
      Optional<Chunk> following = chunks.hasNext() ? Optional.of(chunks.next()) : Optional.empty();
      String label = "chunk " + (tally.chunks() + 1);
      switch (folding.fold(user, chunk, finished(chunk, following), label, lease, listener)) {
        case FOLDED -> tally.folded++;
        case BURIED -> {
          // Other pieces of a turn set aside may follow: look at the inbox anew.
          tally.buried++;
          return Optional.empty();
        }
        case RACED -> {
          return Optional.empty();
        }
      }
      if (following.isEmpty()) {
        return Optional.of(Stop.ENDED);
      }
      chunk = following.get();
    }
    return Optional.of(Stop.ENDED);
  }

  /** A turn too large for one chunk is read only with its last piece. */
  private static List<TurnId> finished(Chunk chunk, Optional<Chunk> following) {
    Set<TurnId> ids = new LinkedHashSet<>();
    chunk.turns().forEach(turn -> ids.add(turn.id()));
    following.ifPresent(next -> ids.remove(next.turns().getFirst().id()));
    return List.copyOf(ids);
  }

  private int waiting(UserId user) {
    int count = 0;
    for (Inbox inbox = new Inbox(store, user); inbox.hasNext(); inbox.next()) {
      count++;
    }
    return count;
  }

  /** Why folding came to its end. */
  enum Stop {
    /** No chunk is left that may be folded now. */
    ENDED,
    /** There was no leave for another chunk. */
    LIMITED
  }

  /** Counts of one run. */
  private static final class Tally {
    private long characters;
    private long read;
    private long fresh;
    private int folded;
    private int buried;
    private final Map<PrivacyCategory, Integer> hidden = new EnumMap<>(PrivacyCategory.class);

    private void hide(Screened screened) {
      screened.hidden().forEach(found -> hidden.merge(found.category(), 1, Integer::sum));
    }

    private int chunks() {
      return folded + buried;
    }

    private LearnReport report(int waiting, long revision) {
      return new LearnReport(read, fresh, folded, buried, waiting, revision, hidden);
    }
  }
}
