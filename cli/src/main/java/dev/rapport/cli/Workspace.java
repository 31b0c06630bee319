package dev.rapport.cli;

import dev.rapport.chunk.ChunkMode;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.control.PageControl;
import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.demo.Remembering;
import dev.rapport.forget.Tombstone;
import dev.rapport.forget.Tombstones;
import dev.rapport.guard.Guard;
import dev.rapport.learn.LearnListener;
import dev.rapport.learn.Learner;
import dev.rapport.learn.LearnerConfig;
import dev.rapport.learn.MemoryStore;
import dev.rapport.local.answer.PageAnswerer;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.page.Source;
import dev.rapport.person.PersonKey;
import dev.rapport.person.UserId;
import dev.rapport.store.PageBundle;
import dev.rapport.store.PageJson;
import dev.rapport.store.SqliteStore;
import dev.rapport.strategy.page.PageStrategy;
import dev.rapport.text.TokenCounter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The parts of Rapport, wired for one command. The one place that knows them all. */
final class Workspace implements AutoCloseable {
  private final Settings settings;
  private final SqliteStore store;
  private final Models models;
  private final Clock clock;
  private final Instant openedAt;
  private final TokenCounter counter;
  private final Guard guard;
  private final PageStrategy strategy;
  private final BgeSmall embedder;

  private Workspace(Settings settings, SqliteStore store, Clock clock) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
    this.openedAt = clock.instant();
    this.embedder = BgeSmall.lazy();
    this.counter = Parts.counter(settings);
    this.guard = Parts.guard(settings, counter);
    this.models = Models.of(settings, store, embedder, clock);
    this.strategy = PageStrategy.of(models.writer(), guard, counter);
  }

  static Workspace open(Settings settings) {
    return new Workspace(
        settings, SqliteStore.open(settings.store(), settings.tokenizer()), Clock.systemUTC());
  }

  MemoryStore store() {
    return store.memory();
  }

  Page page(UserId user) {
    return store.memory().page(user);
  }

  String markdown(Page page) {
    return PageMarkdown.render(page);
  }

  String json(Page page) {
    return PageJson.write(page, tokens(page), capTokens());
  }

  int tokens(Page page) {
    return guard.tokens(page);
  }

  TokenCounter counter() {
    return counter;
  }

  int capTokens() {
    return settings.capTokens();
  }

  Learner learner() {
    return learner(store.memory());
  }

  private Learner learner(MemoryStore into) {
    return new Learner(
        into,
        strategy,
        Parts.gate(),
        counter,
        models.writing(),
        new LearnerConfig(
            new ChunkerConfig(settings.chunkTokens(), ChunkMode.WHOLE_TURNS), Integer.MAX_VALUE),
        clock);
  }

  PageControl control() {
    return new PageControl(store.memory(), guard, embedder, clock);
  }

  /** Forgets for good, the vectors this process keeps of texts included. */
  ForgetPlan forget(UserId user, ForgetRequest request) {
    ForgetPlan forgotten = control().forget(user, request);
    embedder.forgetTexts();
    return forgotten;
  }

  Recall recall(UserId user, Query query) {
    return strategy.recall(query, page(user), new RecallBudget(settings.capTokens()));
  }

  Answerer answerer(UserId user) {
    return models.answerer(user);
  }

  boolean answersWithModel() {
    return models.answersWithModel();
  }

  /** What was spent on models since this workspace was opened. */
  Spent spent() {
    return Spent.of(store.ledgerBook().since(openedAt));
  }

  /** The files the store keeps its data in. */
  List<Path> files() {
    Path file = settings.store();
    return List.of(
        file,
        file.resolveSibling(file.getFileName() + "-wal"),
        file.resolveSibling(file.getFileName() + "-shm"));
  }

  void export(UserId user, Path target) {
    Page page = page(user);
    PageBundle.export(store, user, markdown(page), tokens(page), capTokens(), target);
  }

  Page importInto(UserId user, Path source, PageBundle.Mode mode) {
    List<Tombstone> forgotten = store().tombstones(user);
    PersonKey key = store().key(user);
    return PageBundle.read(source)
        .restore(
            store,
            user,
            mode,
            line ->
                Tombstones.matches(
                    key,
                    forgotten,
                    line.text(),
                    line.sources().stream().map(Source::turn).toList()),
            clock.instant());
  }

  /** A memory that reads a history as {@code learn} does, into a store of its own. */
  Remembering remembering() {
    return new Remembering() {
      @Override
      public String name() {
        return strategy.name();
      }

      @Override
      public Function<Query, Recall> read(List<Conversation> history) {
        Page page = learned(history);
        return query -> strategy.recall(query, page, new RecallBudget(settings.capTokens()));
      }
    };
  }

  private Page learned(List<Conversation> history) {
    UserId user = history.getFirst().user();
    try (SqliteStore own = SqliteStore.inMemory()) {
      Iterator<Message> messages =
          history.stream().flatMap(conversation -> conversation.messages().stream()).iterator();
      learner(own.memory()).learn(user, messages, LearnListener.SILENT);
      return own.memory().page(user);
    }
  }

  Answerer localAnswerer() {
    return PageAnswerer.using(embedder, Parts.gate());
  }

  @Override
  public void close() {
    store.close();
  }
}
