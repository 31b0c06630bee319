package dev.rapport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody means well with: each is answered by a problem that says how to mend it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
  private static final int MOST_BYTES = 1 << 20;
  private static final String TURNS = "/v1/people/ana/turns";

  private TestServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = TestServer.with(folder, ServerConfig.DEFAULT.withPort(0).withBodyBytes(MOST_BYTES));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static void assertProblem(TestServer.Reply reply, int status) throws IOException {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.json().path("mend").asText()).isNotBlank();
    assertThat(reply.json().path("detail").asText()).isNotBlank();
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
  }

  static List<String> brokenBodies() {
    return List.of(
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{\"messages\":[]} and more",
        "{\"messages\":[],\"messages\":[]}",
        "{\"messages\":{}}",
        "{\"messages\":[1]}",
        "{\"messages\":[{\"role\":\"user\"}]}",
        "{\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":7}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"\\ud800\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"at\":\"yesterday\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"x\",\"name\":\"Ana\"}]}",
        "{\"messages\":[],\"learn\":\"yes\"}",
        "{\"messages\":[],\"lern\":true}",
        "{\"messages\":" + "[".repeat(100_000),
        "{\"a\":".repeat(50_000));
  }

  @ParameterizedTest
  @MethodSource("brokenBodies")
  void givenABrokenBody_saysWhatIsWrong(String body) throws Exception {
    assertProblem(server.post(TURNS, body), 400);
  }

  @Test
  void givenAnUnknownField_isNamed() throws Exception {
    assertThat(server.post(TURNS, "{\"messages\":[],\"lern\":true}").body())
        .contains("lern", "messages, learn");
  }

  @Test
  void givenAnotherEncoding_isRefused() throws Exception {
    String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"Käse\"}]}";

    assertProblem(
        server.send("POST", TURNS, BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1))), 400);
    assertProblem(
        server.send("POST", TURNS, BodyPublishers.ofByteArray(body.getBytes(UTF_16))), 400);
    assertProblem(server.post(TURNS, body, "Content-Encoding", "gzip"), 415);
    assertProblem(
        server.send(
            "PUT",
            "/v1/people/ana/page",
            BodyPublishers.ofByteArray("# Käse".getBytes(ISO_8859_1)),
            "If-Match",
            "*"),
        400);
  }

  @Test
  void givenABodyThatIsTooLarge_withItsLengthSaidOrNot_isRefused() throws Exception {
    byte[] large = new byte[MOST_BYTES + 1];
    BodyPublisher chunked =
        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large));

    assertProblem(server.send("POST", TURNS, BodyPublishers.ofByteArray(large)), 413);
    assertProblem(server.send("POST", TURNS, chunked), 413);
    assertProblem(server.send("POST", "/v1/people/ana/import", chunked), 413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "50%",
        "100%2F",
        "DOMAIN\\ana",
        "Žofie",
        "🦊",
        "a b+c",
        "a;b=1",
        "a?b#c",
        "..a",
        "a:b"
      })
  void givenAnUnusualId_isFoundAgainAsItWasWritten(String user) throws Exception {
    String path = "/v1/people/" + URLEncoder.encode(user, UTF_8).replace("+", "%20");

    assertThat(server.post(path + "/lines", "{\"text\":\"likes tea\"}").status()).isEqualTo(201);

    assertThat(server.get(path).json().path("user").asText()).isEqualTo(user);
    assertThat(server.get(path + "/page").json().path("lines")).hasSize(1);
    assertThat(server.get("/v1/people?limit=500").json().path("people"))
        .anyMatch(person -> person.path("user").asText().equals(user));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/people/%00/page",
        "/v1/people/a%00b/page",
        "/v1/people/a%0Ab/page",
        "/v1/people/%20/page",
        "/v1/people/%2e%2e/page",
        "/v1/people/a/../../page",
        "/v1/people//page",
        "/v1/people/%ff/page",
        "/v1/people/%c0%af/page",
        "/v1/people/%zz/page",
        "/v1/people/%",
        "/v1/people/%u0041/page",
        "/v1/people/ana/lines/%00",
        "/v1/people/ana/lines/first",
        "/v1/people/ana/lines/l99999999999999999999",
        "/v1/people/ana/revisions/one",
        "/v1/people/ana/revisions/-1",
        "/v1/people/ana/revisions/99999999999999999999",
        "/v1/keys/%00",
        "/..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/../../etc/passwd",
        "/..%5c..%5cetc%5cpasswd",
        "//etc/passwd",
        "/nothing/here"
      })
  void givenAnAddressThatIsNone_isRefused(String path) throws Exception {
    TestServer.Reply reply = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");

    assertThat(reply.status()).isIn(400, 404, 405);
    assertProblem(reply, reply.status());
  }

  @Test
  void givenALongId_isRefused() throws Exception {
    assertProblem(server.get("/v1/people/" + "a".repeat(201)), 400);
    assertProblem(
        raw("GET /v1/people/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n"), 414);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/people?limt=3",
        "/v1/people?limit=3&limit=4",
        "/v1/people?limit=0",
        "/v1/people?limit=501",
        "/v1/people?limit=three",
        "/v1/people?after=%00",
        "/v1/people?prefix=a%00",
        "/v1/people/ana?verbose",
        "/v1/people/ana/page?format=md",
        "/v1/people/ana/diff?from=-1",
        "/v1/people/ana/diff?from=99999999999999999999",
        "/v1/people/ana/recall",
        "/v1/people/ana/recall?query=",
        "/v1/people/ana/verify?words=secret",
        "/v1/jobs?after=a%0a",
        "/v1/ledger?days=367",
        "/v1/audit?before=-1"
      })
  void givenAParameterThatIsUnknownOrOutOfBounds_isRefused(String path) throws Exception {
    assertProblem(server.get(path), 400);
  }

  @Test
  void givenNonsenseForAKey_isRefused() throws Exception {
    for (String body :
        List.of(
            "{\"scope\":\"TENANT\",\"expiresInDays\":9000000000000000000}",
            "{\"scope\":\"TENANT\",\"expiresInDays\":-1}",
            "{\"scope\":\"TENANT\",\"expiresInDays\":1.5}",
            "{\"scope\":\"KING\"}",
            "{\"scope\":\"PERSON\"}",
            "{\"scope\":\"TENANT\",\"user\":\"ana\"}",
            "{\"scope\":\"PERSON\",\"user\":\"a\\u0000b\"}")) {
      assertProblem(server.post("/v1/keys", body), 400);
    }
    assertProblem(server.get("/v1/people", "X-Rapport-Tenant", "../other"), 400);
    assertProblem(server.post("/v1/keys", "{\"scope\":\"TENANT\"}", "Idempotency-Key", "one"), 400);
    assertProblem(server.post(TURNS, "{\"messages\":[]}", "Idempotency-Key", "k".repeat(201)), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/9.9\r\nHost: localhost\r\n",
        "GET\r\nHost: localhost\r\n",
        "G@T / HTTP/1.1\r\nHost: localhost\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
        "POST /v1/people/ana/turns HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n",
        "POST /v1/people/ana/turns HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n",
        "POST /v1/people/ana/turns HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "TRACE / HTTP/1.1\r\nHost: localhost\r\n",
        "BREW /v1/people HTTP/1.1\r\nHost: localhost\r\n",
        "PUT /v1/people HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
      })
  void givenARequestThatIsNoneOfHttps_isRefused(String request) throws Exception {
    TestServer.Reply reply = raw(request);

    assertThat(reply.status()).isBetween(400, 505);
    assertThat(reply.status()).isNotEqualTo(500);
    assertProblem(reply, reply.status());
  }

  @Test
  void givenHeadersThatAreTooLong_isRefused() throws Exception {
    assertProblem(
        raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(100_000) + "\r\n"), 431);
  }

  @Test
  void givenAForeignNameOrPage_whenNoKeyIsAskedFor_isRefused() throws Exception {
    assertProblem(raw("GET /v1/people HTTP/1.1\r\nHost: rebound.example\r\n"), 403);
    assertProblem(
        raw("GET /v1/people HTTP/1.1\r\nHost: localhost\r\nOrigin: https://elsewhere.example\r\n"),
        403);
    assertProblem(raw("GET /v1/people HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\n"), 403);
  }

  /** Byte by byte as given: no client's own rules come between. */
  private TestServer.Reply raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
      String whole = request.contains("\r\n\r\n") ? request : request + "Connection: close\r\n\r\n";
      try {
        socket.getOutputStream().write(whole.getBytes(UTF_8));
        socket.getOutputStream().flush();
        socket.shutdownOutput();
      } catch (IOException e) {
        // It has heard enough and answered already.
        assertThat(e).isNotNull();
      }
      return TestServer.Reply.parse(new String(socket.getInputStream().readAllBytes(), UTF_8));
    }
  }
}
