package dev.rapport.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Message;
import dev.rapport.conversation.Role;
import dev.rapport.conversation.Turn;
import dev.rapport.conversation.TurnId;
import dev.rapport.learn.MemoryStore;
import dev.rapport.page.LineDraft;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.privacy.PrivacyAction;
import dev.rapport.privacy.PrivacyCategory;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.runtime.People;
import dev.rapport.runtime.Rapport;
import dev.rapport.runtime.RapportConfig;
import dev.rapport.server.RapportServer;
import dev.rapport.server.ServerConfig;
import dev.rapport.server.auth.AuthMode;
import dev.rapport.store.ApiKey;
import dev.rapport.store.ApiKeys;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A served memory, and tabs in front of it. */
final class Site implements AutoCloseable {
  private final Chromium browser;
  private final Path store;
  private final List<Tab> tabs = new ArrayList<>();
  private Rapport rapport;
  private Optional<RapportServer> started = Optional.empty();
  private AuthMode auth = AuthMode.NONE;

  Site(Chromium browser, Path store) {
    this.browser = browser;
    this.store = store;
    this.rapport = Rapport.open(store);
  }

  private RapportServer server() {
    if (started.isEmpty()) {
      ServerConfig config = ServerConfig.DEFAULT.withPort(0).withAuth(auth);
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
      started = Optional.of(RapportServer.start(rapport, config, nowhere, hosted -> List.of()));
    }
    return started.get();
  }

  /**
   * A browser will have to sign in. To be said before the first visit.
   *
   * @return the key to sign in with
   */
  String withKey(ApiKey.Scope scope) {
    ApiKeys.Issued issued =
        rapport.store().apiKeys().create(TenantId.DEFAULT, scope, Instant.now(), ApiKey.NEVER);
    auth = AuthMode.KEYS;
    return issued.secret();
  }

  /** People will be asked about private data of a kind. To be said before anything else. */
  void asking(PrivacyCategory category) {
    RapportConfig usual = rapport.config();
    rapport.close();
    RapportConfig asking =
        new RapportConfig(
            usual.tokenizer(),
            usual.capTokens(),
            usual.chunkTokens(),
            usual.writing(),
            usual.prices(),
            new PrivacyPolicy(Map.of(category, PrivacyAction.ASK)));
    rapport = Rapport.builder().config(asking).open(store);
  }

  People people() {
    return rapport.people();
  }

  String url() {
    return server().uri() + "/";
  }

  /** A fresh browser, as of somebody who was never here. */
  Tab visit(String address) {
    Tab tab = browser.newTab();
    tabs.add(tab);
    return tab.go(url() + address);
  }

  /** Ana's page. */
  Tab page() {
    return visit("#/p/ana/page");
  }

  /** Stops answering. */
  void stop() {
    server().close();
  }

  /** Puts a line on a page, as its person would. */
  void write(UserId user, String section, String text) {
    assertThat(
            people()
                .control()
                .edit(
                    user,
                    page -> List.of(new PageEdit.Add(LineDraft.written(section, text))),
                    new Revision.Cause(Revision.Kind.EDITED, "by the person"))
                .applied())
        .as("line \"%s\" as the guard leaves it", text)
        .isNotEmpty();
  }

  /** Fills a page in one go: "TEXT0", "TEXT1"... */
  void writeMany(UserId user, int lines, String text) {
    List<PageEdit> edits =
        IntStream.range(0, lines)
            .<PageEdit>mapToObj(i -> new PageEdit.Add(LineDraft.written("Likes", text + i)))
            .toList();
    people()
        .control()
        .edit(user, page -> edits, new Revision.Cause(Revision.Kind.EDITED, "by the person"));
    assertThat(people().page(user).lines()).hasSize(lines);
  }

  /** Has a person say something, which then waits to be learned. */
  void observe(UserId user, String words) {
    people().observe(user, List.of(new Message("", Role.USER, words, Turn.UNDATED)));
  }

  /** Sets aside all that waits. */
  void buryAll(UserId user, String why) {
    List<TurnId> waiting =
        people().store().pending(user, MemoryStore.FROM_START, 100).stream()
            .map(one -> one.turn().id())
            .toList();
    people().store().bury(user, waiting, why);
  }

  @Override
  public void close() {
    List<String> breaches = tabs.stream().flatMap(tab -> tab.breaches().stream()).toList();
    tabs.forEach(Tab::close);
    started.ifPresentOrElse(RapportServer::close, rapport::close);
    assertThat(breaches).as("what no page may ever do").isEmpty();
  }
}
