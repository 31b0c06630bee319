package dev.rapport.cli;

import dev.rapport.chunk.ChunkMode;
import dev.rapport.chunk.ChunkerConfig;
import dev.rapport.control.PageControl;
import dev.rapport.guard.Guard;
import dev.rapport.learn.Learner;
import dev.rapport.learn.LearnerConfig;
import dev.rapport.learn.MemoryStore;
import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.person.UserId;
import dev.rapport.store.PageBundle;
import dev.rapport.store.PageJson;
import dev.rapport.store.SqliteStore;
import dev.rapport.strategy.page.PageStrategy;
import dev.rapport.text.TokenCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The parts of Rapport, wired for one command. The one place that knows them all. */
final class Workspace implements AutoCloseable {
  private final Settings settings;
  private final SqliteStore store;
  private final Models models;
  private final Instant openedAt;
  private final TokenCounter counter;
  private final Guard guard;
  private final PageStrategy strategy;
  private final BgeSmall embedder;

  private Workspace(Settings settings, SqliteStore store, Clock clock) {
    this.settings = settings;
    this.store = store;
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

  int capTokens() {
    return settings.capTokens();
  }

  Learner learner() {
    return new Learner(
        store.memory(),
        strategy,
        Parts.gate(),
        counter,
        models.writing(),
        new LearnerConfig(
            new ChunkerConfig(settings.chunkTokens(), ChunkMode.WHOLE_TURNS), Integer.MAX_VALUE),
        Clock.systemUTC());
  }

  PageControl control() {
    return new PageControl(store.memory(), guard, embedder, Clock.systemUTC());
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

  void export(UserId user, Path folder) throws IOException {
    PageBundle.write(store, user, folder, this::tokens, capTokens());
  }

  long importInto(UserId user, Path folder) throws IOException {
    return PageBundle.read(store, user, folder);
  }

  @Override
  public void close() {
    store.close();
  }
}
