package dev.rapport.server.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The provider. HTTP/1.1 always: some servers drop the body of a request that asks for more. */
final class Upstream implements AutoCloseable {
  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Upstream(URI base) {
    this.base = base;
  }

  /**
   * @param target path and query below the base, as they came
   * @param headers in order; names may repeat
   * @return as soon as the reply's head is there
   * @throws IllegalArgumentException if the target cannot be part of a URL
   */
  HttpResponse<InputStream> send(
      String method, String target, List<Map.Entry<String, String>> headers, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + target)).method(method, body);
    headers.forEach(header -> request.header(header.getKey(), header.getValue()));
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
