package dev.rapport.train.verl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.train.TrainException;
import dev.rapport.train.UnreachableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Jobs of a Ray cluster over the REST interface of its dashboard, which asks for no key: keep it on
 * the loopback or behind a VPN. Safe for several threads.
 */
public final class RayJobs {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI dashboard;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  private RayJobs(URI dashboard) {
    this.dashboard = dashboard;
  }

  /**
   * @param dashboard such as http://127.0.0.1:8265
   */
  public static RayJobs at(URI dashboard) {
    return new RayJobs(dashboard);
  }

  /**
   * Starts a job that the cluster runs on its own.
   *
   * @param folder of the job, as the nodes see it
   * @return the job's id
   */
  public String submit(String folder, String id) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("entrypoint", "sh '" + folder.replace("'", "'\\''") + "/launch.sh'");
    body.put("submission_id", id);
    body.put("metadata", Map.of("made-by", "rapport"));
    return ask("POST", "/api/jobs/", body).path("submission_id").asText(id);
  }

  public RayJob job(String id) {
    JsonNode told = ask("GET", "/api/jobs/" + id, Map.of());
    String status = told.path("status").asText();
    for (RayJob.State state : RayJob.State.values()) {
      if (state.name().equals(status)) {
        return new RayJob(id, state, told.path("message").asText());
      }
    }
    throw new TrainException(
        "the Ray dashboard %s says job %s is \"%s\", which is no status that Ray has"
            .formatted(dashboard, id, status));
  }

  /** All that the job has printed so far. */
  public String logs(String id) {
    return ask("GET", "/api/jobs/" + id + "/logs", Map.of()).path("logs").asText();
  }

  public void stop(String id) {
    ask("POST", "/api/jobs/" + id + "/stop", Map.of());
  }

  private JsonNode ask(String method, String path, Map<String, Object> body) {
    try {
      var request =
          HttpRequest.newBuilder(dashboard.resolve(path))
              .timeout(TIMEOUT)
              .header("Content-Type", "application/json")
              .method(
                  method,
                  method.equals("GET")
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw refused(path, response);
      }
      return tree(path, response.body());
    } catch (IOException e) {
      throw new UnreachableException(
          "the Ray dashboard %s is not to be reached: %s. Is its address right, and is it up?"
              .formatted(dashboard, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainException("interrupted while waiting for " + dashboard, e);
    }
  }

  private TrainException refused(String path, HttpResponse<String> response) {
    String message =
        "the Ray dashboard %s answered %d to %s: %s"
            .formatted(dashboard, response.statusCode(), path, reason(response.body()));
    return response.statusCode() / 100 == 5
        ? new UnreachableException(message)
        : new TrainException(message);
  }

  /** A traceback says last what is wrong. */
  private static String reason(String body) {
    List<String> lines = body.lines().map(String::strip).filter(it -> it.length() > 1).toList();
    return body.startsWith("Traceback") ? lines.getLast() : body;
  }

  private JsonNode tree(String path, String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new TrainException(
          "%s did not answer %s as Ray's dashboard does, in JSON. Is this its address?"
              .formatted(dashboard, path),
          e);
    }
  }
}
