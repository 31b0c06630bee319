package dev.rapport.provider.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Short questions to servers that may not be there. */
final class Http {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  /** A status and, where it was JSON, the body. */
  record Answer(int status, JsonNode body) {
    boolean isGood() {
      return status == 200 && body.isObject() && !body.has("error");
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @throws TimeoutException when no whole answer comes in time
   * @throws IOException when nobody is there
   */
  Answer get(URI url, String apiKey, Duration patience)
      throws IOException, TimeoutException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).GET();
    if (!apiKey.isEmpty()) {
      request.setHeader("Authorization", "Bearer " + apiKey);
    }
    // The limit of the request itself ends with its head; a body may drip for ever.
    CompletableFuture<HttpResponse<String>> reply =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    try {
      HttpResponse<String> response = reply.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return new Answer(response.statusCode(), json(response.body()));
    } catch (ExecutionException e) {
      throw new IOException("no answer from " + url, e);
    } finally {
      reply.cancel(true);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.length() > MOST_CHARACTERS ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException page) {
      return MissingNode.getInstance();
    }
  }
}
