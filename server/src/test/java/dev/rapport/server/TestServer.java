package dev.rapport.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.person.TenantId;
import dev.rapport.runtime.Rapport;
import dev.rapport.server.auth.AuthMode;
import dev.rapport.store.ApiKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A whole server on a port of its own, whose every answer is checked against openapi.yaml. */
final class TestServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HttpClient client = HttpClient.newHttpClient();
  private final OpenApi api = OpenApi.read();
  private final Rapport rapport;
  private final RapportServer server;

  private TestServer(Rapport rapport, ServerConfig config) {
    this.rapport = rapport;
    this.server =
        RapportServer.start(
            rapport, config, new PrintStream(log, true, UTF_8), hosted -> List.of());
  }

  static TestServer open(Path folder) {
    return with(folder, ServerConfig.DEFAULT.withPort(0));
  }

  static TestServer withKeys(Path folder) {
    return with(folder, ServerConfig.DEFAULT.withAuth(AuthMode.KEYS).withPort(0));
  }

  static TestServer with(Path folder, ServerConfig config) {
    return over(Rapport.open(folder.resolve("rapport.db")), config);
  }

  /**
   * @param rapport closed with the server
   */
  static TestServer over(Rapport rapport, ServerConfig config) {
    return new TestServer(rapport, config);
  }

  /** What came back. */
  record Reply(int status, String body, HttpHeaders headers) {
    /** Of bytes that end with the connection. */
    static Reply parse(String response) {
      List<String> parts = List.of(response.split("\r\n\r\n", 2));
      List<String> lines = parts.getFirst().lines().toList();
      Map<String, List<String>> headers =
          lines.stream()
              .skip(1)
              .map(line -> line.split(": ?", 2))
              .collect(groupingBy(pair -> pair[0], mapping(pair -> pair[1], toList())));
      return new Reply(
          Integer.parseInt(lines.getFirst().split(" ")[1]),
          parts.getLast(),
          HttpHeaders.of(headers, (name, value) -> true));
    }

    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  RapportServer server() {
    return server;
  }

  Rapport rapport() {
    return rapport;
  }

  String log() {
    return log.toString(UTF_8);
  }

  String key(String tenant, ApiKey.Scope scope) {
    return rapport
        .store()
        .apiKeys()
        .create(new TenantId(tenant), scope, Instant.now(), ApiKey.NEVER)
        .secret();
  }

  /**
   * @param headers names and values by turns
   */
  Reply send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return send(method, path, publisher, headers);
  }

  Reply send(String method, String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.uri() + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(UTF_8));
    Reply reply = new Reply(response.statusCode(), response.body(), response.headers());
    api.check(method, path, reply);
    return reply;
  }

  Reply get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, "", headers);
  }

  Reply post(String path, String body, String... headers) throws IOException, InterruptedException {
    return send("POST", path, body, headers);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
