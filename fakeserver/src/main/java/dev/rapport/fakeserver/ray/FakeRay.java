package dev.rapport.fakeserver.ray;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Speaks the Jobs part of Ray's dashboard, as documented, on the loopback interface. What becomes
 * of a job is a script: one look after the other sees its next scene. Safe for several threads.
 */
public final class FakeRay implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final List<Scene> script;
  private final Map<String, Integer> looks = new LinkedHashMap<>();
  private final Map<String, Scene> stopped = new LinkedHashMap<>();
  private final List<JsonNode> submitted = new ArrayList<>();

  /**
   * A job as one look at it finds it.
   *
   * @param http 200, or what the dashboard answers instead
   * @param status as Ray names it
   * @param message why
   * @param logs all that was printed so far
   */
  public record Scene(int http, String status, String message, String logs) {
    public static Scene of(String status, String logs) {
      return new Scene(200, status, "", logs);
    }
  }

  private FakeRay(HttpServer server, List<Scene> script) {
    this.server = server;
    this.script = List.copyOf(script);
  }

  /**
   * @param script of every job; the last scene stays
   */
  public static FakeRay start(List<Scene> script) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var ray = new FakeRay(HttpServer.create(address, 0), script);
      ray.server.createContext("/api/jobs/", ray::answer);
      ray.server.start();
      return ray;
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback interface", e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The bodies of what was submitted. */
  public synchronized List<JsonNode> submitted() {
    return List.copyOf(submitted);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    String id = path.length > 3 ? path[3] : "";
    String verb = path.length > 4 ? path[4] : "";
    boolean post = exchange.getRequestMethod().equals("POST");
    if (post && id.isEmpty()) {
      submit(exchange);
    } else if (!looks.containsKey(id)) {
      send(exchange, 404, "Job " + id + " does not exist");
    } else if (post && verb.equals("stop")) {
      stopped.put(id, Scene.of("STOPPED", scene(id).logs()));
      send(exchange, 200, Map.of("stopped", true));
    } else if (verb.equals("logs")) {
      send(exchange, 200, Map.of("logs", scene(id).logs()));
    } else {
      looks.merge(id, 1, Integer::sum);
      tell(exchange, id, scene(id));
    }
  }

  private void submit(HttpExchange exchange) throws IOException {
    JsonNode job = MAPPER.readTree(exchange.getRequestBody());
    String id = job.path("submission_id").asText();
    if (looks.putIfAbsent(id, 0) != null) {
      send(exchange, 500, taken(id));
      return;
    }
    submitted.add(job);
    send(exchange, 200, Map.of("job_id", id, "submission_id", id));
  }

  private Scene scene(String id) {
    Scene end = stopped.get(id);
    int look = looks.getOrDefault(id, 0);
    return end != null ? end : script.get(Math.clamp(look - 1L, 0, script.size() - 1));
  }

  private static void tell(HttpExchange exchange, String id, Scene scene) throws IOException {
    if (scene.http() != 200) {
      send(exchange, scene.http(), scene.message());
      return;
    }
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("type", "SUBMISSION");
    job.put("submission_id", id);
    job.put("status", scene.status());
    job.put("message", scene.message());
    job.put("entrypoint", "sh");
    send(exchange, 200, job);
  }

  private static void send(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes =
        body instanceof String text ? text.getBytes(UTF_8) : MAPPER.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** As Ray 2.58 answers, shortened. */
  private static String taken(String id) {
    return """
        Traceback (most recent call last):
          File "ray/dashboard/modules/job/job_head.py", line 130, in _raise_error
        RuntimeError: Request failed with status code 400: Traceback (most recent call last):
          File "ray/dashboard/modules/job/job_manager.py", line 555, in submit_job
        ValueError: Job with submission_id %s already exists. Please use a different submission_id.
        ."""
        .formatted(id);
  }
}
