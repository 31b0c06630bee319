package dev.rapport.runtime;

import dev.rapport.guard.Guard;
import dev.rapport.learn.CallsFor;
import dev.rapport.learn.Learner;
import dev.rapport.learn.MemoryStore;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.local.write.LocalWriter;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.PageWriter;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelRole;
import dev.rapport.store.SqliteStore;
import dev.rapport.strategy.page.PageStrategy;
import dev.rapport.text.TokenCounter;
import dev.rapport.work.CallConfig;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.LimiterConfig;
import dev.rapport.work.WorkTime;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The memory ready to use. Without a model it reads and answers with the built-in engine: no key
 * and no network.
 *
 * <pre>{@code
 * try (Rapport rapport = Rapport.open(Path.of("rapport.db"))) {
 *   People people = rapport.people();
 *   people.observe(ana, messages);
 *   Recall recall = people.recall(ana, new Query("Where shall we eat?"));
 * }
 * }</pre>
 *
 * Safe for several threads.
 */
public final class Rapport implements AutoCloseable {
  private final SqliteStore store;
  private final Reading reading;
  private final Answering answering;

  private Rapport(SqliteStore store, Reading reading, Answering answering) {
    this.store = store;
    this.reading = reading;
    this.answering = answering;
  }

  /** With the built-in engine, in a SQLite file. */
  public static Rapport open(Path file) {
    return builder().open(file);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The people of the default tenant. */
  public People people() {
    return new People(store.memory(), reading, answering);
  }

  public SqliteStore store() {
    return store;
  }

  public RapportConfig config() {
    return reading.config();
  }

  public TokenCounter counter() {
    return reading.counter();
  }

  public Guard guard() {
    return reading.guard();
  }

  public PageStrategy strategy() {
    return reading.strategy();
  }

  /** A learner over a store of the caller's own. */
  public Learner learner(MemoryStore own) {
    return reading.learner(own);
  }

  /** The built-in answerer, also where a model is bound. */
  public Answerer localAnswerer() {
    return answering.local();
  }

  public boolean answersWithModel() {
    return answering.withModel();
  }

  @Override
  public void close() {
    store.close();
  }

  /** Gathers what a memory is made of. */
  public static final class Builder {
    private RapportConfig config = RapportConfig.DEFAULT;
    private Clock clock = Clock.systemUTC();
    private Optional<LanguageModel> writer = Optional.empty();
    private Optional<LanguageModel> answerer = Optional.empty();

    private Builder() {}

    public Builder config(RapportConfig chosen) {
      config = chosen;
      return this;
    }

    public Builder clock(Clock chosen) {
      clock = chosen;
      return this;
    }

    /** The model that writes pages; the built-in writer without one. */
    public Builder writer(LanguageModel model) {
      writer = Optional.of(model);
      return this;
    }

    /** The model that answers; the built-in answerer without one. */
    public Builder answerer(LanguageModel model) {
      answerer = Optional.of(model);
      return this;
    }

    /** Opens the file, making it and its folder if need be. */
    public Rapport open(Path file) {
      return over(SqliteStore.open(file, config.tokenizer()));
    }

    /**
     * @param store closed with the memory
     */
    public Rapport over(SqliteStore store) {
      BgeSmall embedder = BgeSmall.lazy();
      CallsFactory calls =
          CallsFactory.of(
              store.journal(),
              store.ledger(),
              config.prices(),
              CallConfig.DEFAULT,
              WorkTime.of(clock),
              new SplittableRandom(clock.millis()));
      writer.ifPresent(model -> calls.bind(ModelRole.WRITE, model, LimiterConfig.DEFAULT));
      answerer.ifPresent(model -> calls.bind(ModelRole.ANSWER, model, LimiterConfig.DEFAULT));
      PageWriter pages = writer.isEmpty() ? LocalWriter.using(embedder) : config.modelWriter();
      CallsFor writing = (user, lease) -> calls.calls(user.value(), ModelRole.WRITE, lease);
      return new Rapport(
          store,
          Reading.of(config, pages, embedder, writing, clock),
          new Answering(calls, answerer.isPresent(), embedder));
    }
  }
}
