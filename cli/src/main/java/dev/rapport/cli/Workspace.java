package dev.rapport.cli;

import dev.rapport.control.ForgetPlan;
import dev.rapport.control.ForgetRequest;
import dev.rapport.control.PageControl;
import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.demo.Remembering;
import dev.rapport.forget.Tombstone;
import dev.rapport.forget.Tombstones;
import dev.rapport.learn.BackgroundConfig;
import dev.rapport.learn.LearnListener;
import dev.rapport.learn.Learner;
import dev.rapport.learn.MemoryStore;
import dev.rapport.memory.Answerer;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.memory.RecallBudget;
import dev.rapport.model.LanguageModel;
import dev.rapport.page.Page;
import dev.rapport.page.PageMarkdown;
import dev.rapport.page.Source;
import dev.rapport.person.PersonKey;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.runtime.People;
import dev.rapport.runtime.Rapport;
import dev.rapport.store.PageBundle;
import dev.rapport.store.PageJson;
import dev.rapport.store.SqliteStore;
import dev.rapport.store.Store;
import dev.rapport.store.TenantStore;
import dev.rapport.text.TokenCounter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A command's memory, and what commands ask of it. */
final class Workspace implements AutoCloseable {
  private final Settings settings;
  private final Rapport rapport;
  private final TenantStore store;
  private final Optional<String> writingModel;
  private final Clock clock;
  private final Instant openedAt;

  private Workspace(
      Settings settings, Rapport rapport, Optional<String> writingModel, Clock clock) {
    this.settings = settings;
    this.rapport = rapport;
    this.store = rapport.store().tenant(TenantId.DEFAULT);
    this.writingModel = writingModel;
    this.clock = clock;
    this.openedAt = clock.instant();
  }

  static Workspace open(Settings settings) {
    return open(settings, BackgroundConfig.DEFAULT);
  }

  /**
   * @param background how it learns while nobody waits, should it be told to
   */
  static Workspace open(Settings settings, BackgroundConfig background) {
    Clock clock = Clock.systemUTC();
    Rapport.Builder builder =
        Rapport.builder().config(Parts.config(settings)).clock(clock).background(background);
    var models = new Models(settings, clock);
    Optional<LanguageModel> writer = models.model(settings.model());
    writer.ifPresent(builder::writer);
    models.model(settings.answerModel()).ifPresent(builder::answerer);
    Store store = settings.store().open(settings.tokenizer());
    return new Workspace(settings, builder.over(store), writer.map(LanguageModel::name), clock);
  }

  Rapport rapport() {
    return rapport;
  }

  private People people() {
    return rapport.people();
  }

  MemoryStore store() {
    return store.memory();
  }

  Page page(UserId user) {
    return people().page(user);
  }

  String markdown(Page page) {
    return PageMarkdown.render(page);
  }

  String json(Page page) {
    return PageJson.write(page, tokens(page), capTokens());
  }

  int tokens(Page page) {
    return rapport.guard().tokens(page);
  }

  TokenCounter counter() {
    return rapport.counter();
  }

  int capTokens() {
    return settings.capTokens();
  }

  Learner learner() {
    return people().learner();
  }

  PageControl control() {
    return people().control();
  }

  /** Forgets for good, the vectors this process keeps of texts included. */
  ForgetPlan forget(UserId user, ForgetRequest request) {
    return people().forget(user, request);
  }

  Recall recall(UserId user, Query query) {
    return people().recall(user, query);
  }

  Answerer answerer(UserId user) {
    return people().answerer(user);
  }

  /** Name of the model that writes pages; empty for the built-in writer. */
  Optional<String> writingModel() {
    return writingModel;
  }

  boolean answersWithModel() {
    return rapport.answersWithModel();
  }

  /** What was spent on models since this workspace was opened. */
  Spent spent() {
    return Spent.of(store.ledgerBook().totalSince(openedAt));
  }

  /** The files the store keeps its data in. */
  List<Path> files() {
    return settings.store().files();
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
        return rapport.strategy().name();
      }

      @Override
      public Function<Query, Recall> read(List<Conversation> history) {
        Page page = learned(history);
        return query ->
            rapport.strategy().recall(query, page, new RecallBudget(settings.capTokens()));
      }
    };
  }

  private Page learned(List<Conversation> history) {
    UserId user = history.getFirst().user();
    try (SqliteStore own = SqliteStore.inMemory()) {
      Iterator<Message> messages =
          history.stream().flatMap(conversation -> conversation.messages().stream()).iterator();
      rapport.learner(own.memory()).learn(user, messages, LearnListener.SILENT);
      return own.memory().page(user);
    }
  }

  Answerer localAnswerer() {
    return rapport.localAnswerer();
  }

  @Override
  public void close() {
    rapport.close();
  }
}
