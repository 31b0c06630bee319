package dev.rapport.runtime;

import dev.rapport.guard.Guard;
import dev.rapport.learn.BackgroundConfig;
import dev.rapport.learn.BackgroundLearning;
import dev.rapport.learn.Learner;
import dev.rapport.learn.MemoryStore;
import dev.rapport.local.write.LocalWriter;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.PageWriter;
import dev.rapport.model.LanguageModel;
import dev.rapport.model.ModelRole;
import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.store.SqliteStore;
import dev.rapport.store.Store;
import dev.rapport.store.TenantStore;
import dev.rapport.strategy.page.PageStrategy;
import dev.rapport.text.TokenCounter;
import dev.rapport.work.CallConfig;
import dev.rapport.work.CallsFactory;
import dev.rapport.work.KeyedWork;
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
  private final Store store;
  private final Tenancies tenancies;
  private final Tenancies.Parts parts;
  private final BackgroundLearning background;
  private final Runnable ending;

  private Rapport(
      Store store,
      Tenancies tenancies,
      Tenancies.Parts parts,
      BackgroundLearning background,
      Runnable ending) {
    this.store = store;
    this.tenancies = tenancies;
    this.parts = parts;
    this.background = background;
    this.ending = ending;
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
    return people(TenantId.DEFAULT);
  }

  /** The people of a tenant, who need not be there yet. */
  public People people(TenantId tenant) {
    Tenancies.Tenancy tenancy = tenancies.tenancy(tenant);
    return new People(
        tenancy.store().memory(),
        tenancy.reading(),
        tenancy.answering(),
        user -> background.observed(new PersonRef(tenant, user)));
  }

  /**
   * What learns while nobody waits; does nothing before {@link BackgroundLearning#start}. Closed
   * with the memory.
   */
  public BackgroundLearning background() {
    return background;
  }

  public Store store() {
    return store;
  }

  public RapportConfig config() {
    return parts.reading().config();
  }

  public TokenCounter counter() {
    return parts.reading().counter();
  }

  public Guard guard() {
    return parts.reading().guard();
  }

  public Clock clock() {
    return parts.reading().clock();
  }

  public PageStrategy strategy() {
    return tenancies.tenancy(TenantId.DEFAULT).reading().strategy();
  }

  /** A learner over a store of the caller's own. */
  public Learner learner(MemoryStore own) {
    return tenancies.tenancy(TenantId.DEFAULT).reading().learner(own);
  }

  /** The built-in answerer, also where a model is bound. */
  public Answerer localAnswerer() {
    return tenancies.tenancy(TenantId.DEFAULT).answering().local();
  }

  public boolean answersWithModel() {
    return parts.withModel();
  }

  @Override
  public void close() {
    background.close();
    ending.run();
    store.close();
  }

  /** Gathers what a memory is made of. */
  public static final class Builder {
    private RapportConfig config = RapportConfig.DEFAULT;
    private Clock clock = Clock.systemUTC();
    private Optional<LanguageModel> writer = Optional.empty();
    private Optional<LanguageModel> answerer = Optional.empty();
    private BackgroundConfig background = BackgroundConfig.DEFAULT;
    private Optional<KeyedWork> engine = Optional.empty();

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

    /** When people learn in the background, and how much of it. */
    public Builder background(BackgroundConfig chosen) {
      background = chosen;
      return this;
    }

    /**
     * What drives learning in the background. Without one it is the embedded engine on SQLite, and
     * on PostgreSQL the one that shares the work with other processes.
     *
     * @param work not started; closed with the memory
     */
    public Builder engine(KeyedWork work) {
      engine = Optional.of(work);
      return this;
    }

    /** Opens the file, making it and its folder if need be. */
    public Rapport open(Path file) {
      return over(SqliteStore.open(file, config.tokenizer()));
    }

    /**
     * @param store closed with the memory
     */
    public Rapport over(Store store) {
      WorkTime time = WorkTime.of(clock);
      SplittableRandom random = new SplittableRandom(clock.millis());
      TenantStore own = store.tenant(TenantId.DEFAULT);
      CallsFactory calls =
          CallsFactory.of(
              own.journal(), own.ledger(), config.prices(), CallConfig.DEFAULT, time, random);
      Drive drive = Drive.on(store, time, random.split());
      writer.ifPresent(
          model -> calls.bind(ModelRole.WRITE, model, LimiterConfig.DEFAULT, drive.limits()));
      answerer.ifPresent(
          model -> calls.bind(ModelRole.ANSWER, model, LimiterConfig.DEFAULT, drive.limits()));
      Reading.Parts reading = Reading.Parts.of(config, clock);
      PageWriter pages =
          writer.isEmpty() ? LocalWriter.using(reading.embedder()) : config.modelWriter();
      Tenancies.Parts parts = new Tenancies.Parts(reading, pages, answerer.isPresent());
      Tenancies tenancies = new Tenancies(store, parts, calls);
      return new Rapport(
          store,
          tenancies,
          parts,
          BackgroundLearning.over(
              engine.orElse(drive.work()), store.wakeList(), tenancies, background, time),
          drive.ending());
    }
  }
}
