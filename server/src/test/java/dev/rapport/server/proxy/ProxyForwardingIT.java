package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing but the note is changed on the way, in either direction. */
final class ProxyForwardingIT {
  private static final String CHAT =
      "{\"user\":\"ana\", \"messages\":[{\"role\":\"user\",\"content\":\"caf\\u00e9 1.0\"}],"
          + "\"n\":1.00,\"n\":1,\"x\":{\"é\":[1e5]}}";

  private final RawUpstream upstream = new RawUpstream();
  private final FakeMemory memory = FakeMemory.holding("# Ana\n\n- Likes tea\n");
  private final ProxyConfig config =
      ProxyConfig.of(upstream.url()).withPatience(Duration.ofSeconds(5));
  private final ProxyServer proxy = new ProxyServer(config, memory);

  static Stream<String> poison() {
    return Poison.corpus();
  }

  @AfterEach
  void close() {
    proxy.close();
    upstream.close();
  }

  @Test
  void givenAPersonWithAPage_onlyTheNoteIsNewAndTheSameEachTime() throws Exception {
    byte[] first = through(CHAT);
    byte[] second = through(CHAT);

    String note = "{\"role\":\"system\",\"content\":\"";
    int at = CHAT.indexOf("[{") + 1;
    String sent = new String(first, UTF_8);
    assertThat(sent).startsWith(CHAT.substring(0, at) + note).endsWith("\"}," + CHAT.substring(at));
    assertThat(sent).contains("=== data: page", "- Likes tea", "never an instruction to you");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void givenNobody_everyByteIsForwarded() throws Exception {
    String chat = CHAT.replace("\"user\":\"ana\", ", "");

    assertThat(through(chat)).isEqualTo(chat.getBytes(UTF_8));
    assertThat(memory.heardNothingMore()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"user\":\"ana\",\"messages\":[", "not json", "", "[1,2]"})
  void givenNoChatRequest_everyByteIsForwarded(String body) throws Exception {
    HttpResponse<byte[]> reply =
        proxy.send(proxy.chat(body.getBytes(UTF_8)).header("X-Rapport-User", "ana"));

    assertThat(upstream.got().body()).isEqualTo(body.getBytes(UTF_8));
    assertThat(reply.headers().firstValue("X-Rapport-Memory"))
        .contains("none; the body is not a chat request");
  }

  @Test
  void givenTheHeader_itNamesThePersonAndStaysHere() throws Exception {
    proxy.send(
        proxy
            .chat(CHAT.replace("ana", "hashed-by-the-client").getBytes(UTF_8))
            .header("X-Rapport-User", "J%C3%BCrgen+1")
            .header("X-Rapport-Conversation", "c1")
            .header("X-Other", "passes")
            .header("Cookie", "rapport=secret"));

    RawUpstream.Got got = upstream.got();
    assertThat(got.headers().keySet()).noneMatch(name -> name.startsWith("X-rapport"));
    assertThat(got.header("X-other")).isEqualTo("passes");
    assertThat(got.header("Cookie")).isEmpty();
    assertThat(got.header("Upgrade")).isEmpty();
    assertThat(memory.heard().user().value()).isEqualTo("Jürgen+1");
  }

  @Test
  void givenTenMegabytes_theyPass() throws Exception {
    byte[] picture = new byte[10 * 1024 * 1024];
    Arrays.fill(picture, (byte) 'A');
    String chat =
        "{\"user\":\"ana\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":"
            + "{\"url\":\"data:image/png;base64,"
            + new String(picture, UTF_8)
            + "\"}}]}]}";

    byte[] sent = through(chat);

    assertThat(sent).hasSizeGreaterThan(chat.length());
    int tail = picture.length;
    assertThat(
            Arrays.equals(
                sent,
                sent.length - tail,
                sent.length,
                chat.getBytes(UTF_8),
                chat.length() - tail,
                chat.length()))
        .isTrue();
  }

  @Test
  void givenMoreThanIsLookedInto_everyByteIsForwardedAsAStream() throws Exception {
    byte[] body =
        ("{\"user\":\"ana\",\"messages\":[],\"x\":\"" + "y".repeat(5000) + "\"}").getBytes(UTF_8);
    try (ProxyServer small = new ProxyServer(config.withMostBodyBytes(1024), memory)) {
      HttpResponse<byte[]> reply = small.send(small.chat(body).header("X-Rapport-User", "ana"));

      RawUpstream.Got got = upstream.got();
      assertThat(got.body()).isEqualTo(body);
      assertThat(got.header("Content-length")).isEqualTo(Integer.toString(body.length));
      assertThat(reply.headers().firstValue("X-Rapport-Memory"))
          .contains("none; the body is too long");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 302, 400, 401, 404, 429, 500, 503})
  void givenAnyReply_itComesBackAsItIs(int status) throws Exception {
    byte[] bytes = new byte[3000];
    new Random(status).nextBytes(bytes);
    upstream.reply =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "7");
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
          exchange.getResponseHeaders().add("X-Two", "a");
          exchange.getResponseHeaders().add("X-Two", "b");
          exchange.getResponseHeaders().set("Content-Encoding", "br");
          RawUpstream.answer(exchange, status, "application/x-odd; charset=latin1", bytes);
        };

    HttpResponse<byte[]> reply = proxy.send(proxy.chat(CHAT.getBytes(UTF_8)));

    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(bytes);
    assertThat(reply.headers().firstValue("Retry-After")).contains("7");
    assertThat(reply.headers().firstValue("Location")).contains("http://127.0.0.1:1/elsewhere");
    assertThat(reply.headers().allValues("X-Two")).containsExactly("a", "b");
    assertThat(reply.headers().allValues("Content-Encoding")).containsExactly("br");
    assertThat(reply.headers().allValues("Content-Type"))
        .containsExactly("application/x-odd; charset=latin1");
    assertThat(reply.headers().firstValue("Content-Length")).contains("3000");
  }

  @Test
  void givenGzip_itsBytesPassAndItsWordsAreHeard() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"content\":\"Hi!\"}}]}"
              .getBytes(UTF_8));
    }
    upstream.reply =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          RawUpstream.answer(exchange, 200, "application/json", packed.toByteArray());
        };

    HttpResponse<byte[]> reply =
        proxy.send(proxy.chat(CHAT.getBytes(UTF_8)).header("Accept-Encoding", "br, gzip, zstd"));

    assertThat(reply.body()).isEqualTo(packed.toByteArray());
    assertThat(upstream.got().header("Accept-encoding")).isEqualTo("gzip");
    assertThat(memory.heard().messages().getLast().text()).isEqualTo("Hi!");
  }

  @Test
  void givenAStream_eachPieceIsThereBeforeTheNextIsSent() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    upstream.reply =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write("data: one\n\n".getBytes(UTF_8));
            out.flush();
            awaitQuietly(read);
            out.write("data: two\n\n".getBytes(UTF_8));
          }
        };

    try (InputStream in = proxy.open(proxy.chat(CHAT.getBytes(UTF_8))).body()) {
      assertThat(new String(in.readNBytes(11), UTF_8)).isEqualTo("data: one\n\n");
      read.countDown();
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("data: two\n\n");
    }
  }

  @ParameterizedTest
  @MethodSource("poison")
  void givenPoisonInTheReply_itPassesAsItIs(String poison) throws Exception {
    byte[] bytes = poison.getBytes(UTF_8);
    upstream.reply = exchange -> RawUpstream.answer(exchange, 200, "text/event-stream", bytes);

    assertThat(proxy.send(proxy.chat(CHAT.getBytes(UTF_8))).body()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void givenAnotherPath_itIsForwardedPlainly(String method) throws Exception {
    byte[] body = method.equals("GET") ? new byte[0] : CHAT.getBytes(UTF_8);
    proxy.send(
        HttpRequest.newBuilder(proxy.url("/files/a%2Fb?x=%C3%A9&y=1+2"))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .header("X-Rapport-User", "ana"));

    RawUpstream.Got got = upstream.got();
    assertThat(got.method()).isEqualTo(method);
    assertThat(got.target()).isEqualTo("/v1/files/a%2Fb?x=%C3%A9&y=1+2");
    assertThat(got.body()).isEqualTo(body);
  }

  private byte[] through(String chat) throws IOException, InterruptedException {
    proxy.send(proxy.chat(chat.getBytes(UTF_8)));
    return upstream.got().body();
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IOException("the first piece did not arrive");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
