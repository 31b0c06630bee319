package dev.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.person.PersonRef;
import dev.rapport.person.TenantId;
import dev.rapport.person.UserId;
import dev.rapport.runtime.Rapport;
import dev.rapport.store.Audit;
import dev.rapport.store.Idempotency;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that come twice, at once, or after the page has moved on. */
class WritingTest {
  private static final String LINES = "/v1/people/ana/lines";
  private static final String TEA = "{\"text\":\"likes tea\"}";

  @TempDir Path folder;

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.open(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void givenTwoWritersOnOnePage_theSecondIsTold_andNothingIsLost() throws Exception {
    server.post(LINES, TEA);
    String seen = server.get("/v1/people/ana/page").header("ETag");

    assertThat(server.post(LINES, "{\"text\":\"runs\"}", "If-Match", seen).status()).isEqualTo(201);
    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      String path = method.equals("PUT") ? "/v1/people/ana/page" : LINES + "/l1";
      TestServer.Reply late =
          server.send(method, path, method.equals("PATCH") ? TEA : "", "If-Match", seen);
      assertThat(late.status()).as(method).isEqualTo(412);
      assertThat(late.json().path("detail").asText()).contains("revision 2");
    }

    assertThat(server.get("/v1/people/ana/page").json().path("lines")).hasSize(2);
    assertThat(server.send("PUT", "/v1/people/ana/page", "# Ana\n").status()).isEqualTo(428);
    assertThat(server.get("/v1/people/ana/page", "If-None-Match", seen).status()).isEqualTo(200);
    assertThat(server.get("/v1/people/ana/page", "If-None-Match", "\"r2\"").status())
        .isEqualTo(304);
  }

  @Test
  void givenManyWritersWhoNameNoPage_eachIsDoneOrToldToTryAgain() throws Exception {
    List<Callable<TestServer.Reply>> writers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String body = "{\"text\":\"likes number %d\"}".formatted(i);
      writers.add(() -> server.post(LINES, body));
    }
    List<TestServer.Reply> replies = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<TestServer.Reply> each : pool.invokeAll(writers)) {
        replies.add(each.get());
      }
    }

    assertThat(replies).extracting(TestServer.Reply::status).contains(201).isSubsetOf(201, 503);
    assertThat(server.get("/v1/people/ana/page").json().path("lines"))
        .hasSize((int) replies.stream().filter(reply -> reply.status() == 201).count());
    assertThat(replies.stream().filter(reply -> reply.status() == 503))
        .allMatch(reply -> reply.header("Retry-After").equals("1"));
  }

  @Test
  void givenAKey_whenTheSameComesAgain_isDoneOnceAndAnsweredAgain() throws Exception {
    TestServer.Reply first = server.post(LINES, TEA, "Idempotency-Key", "one");
    TestServer.Reply again = server.post(LINES, TEA, "Idempotency-Key", "one");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(server.get("/v1/people/ana/page").json().path("revision").asInt()).isEqualTo(1);
  }

  @Test
  void givenAKey_whenSomethingElseComesUnderIt_isRefused() throws Exception {
    server.post(LINES, TEA, "Idempotency-Key", "one");

    for (TestServer.Reply other :
        List.of(
            server.post(LINES, "{\"text\":\"runs\"}", "Idempotency-Key", "one"),
            server.post("/v1/people/ana/edits", TEA, "Idempotency-Key", "one"),
            server.post("/v1/people/ben/lines", TEA, "Idempotency-Key", "one"),
            server.post("/v1/people/ana/import?mode=merge", TEA, "Idempotency-Key", "one"))) {
      assertThat(other.status()).isEqualTo(422);
      assertThat(other.json().path("mend").asText()).contains("new key");
    }
    assertThat(server.get("/v1/people/ana/page").json().path("lines")).hasSize(1);
  }

  @Test
  void givenAKey_whenTheFirstFailed_theSecondIsDone() throws Exception {
    assertThat(server.post(LINES, "{}", "Idempotency-Key", "one").status()).isEqualTo(400);

    assertThat(server.post(LINES, TEA, "Idempotency-Key", "one").status()).isEqualTo(201);
  }

  @Test
  void givenOldAnswers_whenAServerStarts_theyGo() throws Exception {
    server.close();
    Path file = folder.resolve("rapport.db");
    PersonRef ana = new PersonRef(TenantId.DEFAULT, new UserId("ana"));
    try (Rapport rapport = Rapport.open(file)) {
      Instant then = Instant.now().minus(Idempotency.LIFE).minus(Duration.ofHours(1));
      Idempotency.Slot slot = new Idempotency.Slot(ana, "local", "one");
      rapport.store().replays().begin(slot, "hash", then);
      rapport.store().replays().finish(slot, new Idempotency.Answer(200, "{\"a\":\"an answer\"}"));
    }

    server = TestServer.open(folder);

    Instant deadline = Instant.now().plusSeconds(60);
    while (server.get("/v1/people/ana/privacy").status() == 200
        && !server.rapport().people().store().traces(ana.user()).isEmpty()) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  @Test
  void givenAnErasure_whatIsLeftInTheAuditNamesNobody() throws Exception {
    server.post(LINES, TEA);
    assertThat(server.send("DELETE", "/v1/people/ana", "").status()).isEqualTo(400);
    assertThat(server.send("DELETE", "/v1/people/ana?confirm=ana", "").status()).isEqualTo(204);

    List<Audit.Numbered> left =
        server.rapport().store().audit().of(TenantId.DEFAULT, Audit.NEWEST, 100);
    assertThat(left).extracting(each -> each.entry().action()).contains("erase", "add line");
    assertThat(left).allMatch(each -> each.entry().user().startsWith("erased:"));
    assertThat(server.get("/v1/people").json().path("people")).isEmpty();
  }
}
