package dev.rapport.server.proxy;

import dev.rapport.assistant.AssistantMemory;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;

/** The proxy on a port of its own, and a client of it. */
final class ProxyServer implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Proxy proxy;
  private final Javalin javalin;

  ProxyServer(ProxyConfig config, AssistantMemory memory) {
    proxy =
        Proxy.over(
            config,
            new TestDesk(memory),
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));
    javalin =
        Javalin.create(
                javalinConfig -> {
                  javalinConfig.concurrency.useVirtualThreads = true;
                  javalinConfig.startup.showJavalinBanner = false;
                  javalinConfig.jetty.host = "127.0.0.1";
                  proxy.add(javalinConfig.routes);
                })
            .start(0);
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:%d/openai/v1%s".formatted(javalin.port(), path));
  }

  /** A chat request, ready for headers. */
  HttpRequest.Builder chat(byte[] body) {
    return HttpRequest.newBuilder(url("/chat/completions"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<InputStream> open(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  /** Waits for what is still being observed. */
  void finish() {
    proxy.close();
  }

  @Override
  public void close() {
    client.shutdownNow();
    javalin.stop();
    proxy.close();
  }
}
