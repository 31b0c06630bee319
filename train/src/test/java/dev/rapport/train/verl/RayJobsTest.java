package dev.rapport.train.verl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rapport.train.TrainException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that speaks the Jobs part of Ray's dashboard, as documented. */
final class RayJobsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, String> states = new LinkedHashMap<>();
  private final List<JsonNode> submitted = new ArrayList<>();
  private HttpServer server;
  private RayJobs jobs;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/jobs/", this::answer);
    server.start();
    jobs = RayJobs.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aJob_isSubmittedWatchedAndStopped() {
    assertThat(jobs.submit("/shared/my job's", "rapport-1")).isEqualTo("rapport-1");
    assertThat(submitted.getFirst().path("entrypoint").asText())
        .isEqualTo("sh '/shared/my job'\\''s/launch.sh'");
    assertThat(jobs.status("rapport-1")).isEqualTo("RUNNING");
    assertThat(jobs.logs("rapport-1")).isEqualTo("step 1\nstep 2\n");

    jobs.stop("rapport-1");

    assertThat(jobs.status("rapport-1")).isEqualTo("STOPPED");
  }

  @Test
  void givenAJobOfNoSuchName_theServersWordsAreTold() {
    assertThatThrownBy(() -> jobs.status("nobody"))
        .isInstanceOf(TrainException.class)
        .hasMessageContainingAll("404", "nobody does not exist");
  }

  @Test
  void givenTheSameIdTwice_theServersWordsAreTold() {
    jobs.submit("/shared/job", "twice");

    assertThatThrownBy(() -> jobs.submit("/shared/job", "twice"))
        .hasMessageContainingAll("400", "already exists");
  }

  @Test
  void givenNoServer_theAddressIsTold() {
    server.stop(0);

    assertThatThrownBy(() -> jobs.status("x")).hasMessageContaining("not to be reached");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    String id = path.length > 3 ? path[3] : "";
    String verb = path.length > 4 ? path[4] : "";
    String method = exchange.getRequestMethod();
    if (method.equals("POST") && id.isEmpty()) {
      JsonNode job = MAPPER.readTree(exchange.getRequestBody());
      String name = job.path("submission_id").asText();
      if (states.putIfAbsent(name, "RUNNING") != null) {
        send(exchange, 400, "Job with submission_id " + name + " already exists.");
        return;
      }
      submitted.add(job);
      send(exchange, 200, "{\"job_id\":\"%s\",\"submission_id\":\"%s\"}".formatted(name, name));
    } else if (!states.containsKey(id)) {
      send(exchange, 404, "Job " + id + " does not exist");
    } else if (method.equals("POST") && verb.equals("stop")) {
      states.put(id, "STOPPED");
      send(exchange, 200, "{\"stopped\":true}");
    } else if (method.equals("GET") && verb.equals("logs")) {
      send(exchange, 200, "{\"logs\":\"step 1\\nstep 2\\n\"}");
    } else {
      send(
          exchange,
          200,
          "{\"type\":\"SUBMISSION\",\"submission_id\":\"%s\",\"status\":\"%s\",\"entrypoint\":\"sh\"}"
              .formatted(id, states.get(id)));
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
