package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import dev.rapport.page.LineDraft;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import dev.rapport.person.UserId;
import dev.rapport.runtime.People;
import dev.rapport.runtime.Rapport;
import dev.rapport.server.RapportServer;
import dev.rapport.server.ServerConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the proxy adds to the time of a request: the fake server asked directly and through a whole
 * server with a page of forty lines in SQLite, by turns, in one run. See docs/numbers.md.
 */
final class ProxyNumbers {
  private static final int WARM_UP = 1_500;
  private static final int REQUESTS = Integer.getInteger("numbers.requests", 3_000);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private long notes;

  @Test
  void measure(@TempDir Path folder) throws Exception {
    try (FakeServer upstream = FakeServer.start(Responder.saying("Oolong."));
        RapportServer server = serve(folder, upstream)) {
      URI through = URI.create(server.uri() + "/openai/v1/chat/completions");
      URI direct = URI.create(upstream.baseUrl() + "/chat/completions");
      run(direct, through, REQUESTS);
    }
  }

  private static RapportServer serve(Path folder, FakeServer upstream) {
    Rapport rapport = Rapport.open(folder.resolve("rapport.db"));
    People people = rapport.people();
    for (int i = 0; i < 40; i++) {
      LineDraft line = LineDraft.written("Food", "Likes dish number %d with rice".formatted(i));
      people
          .control()
          .edit(
              new UserId("ana"),
              page -> List.of(new PageEdit.Add(line)),
              new Revision.Cause(Revision.Kind.EDITED, "for the measurement"));
    }
    ProxyConfig config = ProxyConfig.of(upstream.baseUrl().toString());
    return RapportServer.start(
        rapport,
        ServerConfig.DEFAULT.withPort(0).withRequestsPerMinute(1_000_000),
        new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
        hosted -> List.of(Proxy.of(config, hosted)));
  }

  private void run(URI direct, URI through, int count) throws Exception {
    double[] bare = new double[count];
    double[] proxied = new double[count];
    int noted = 0;
    for (int i = -WARM_UP; i < count; i++) {
      double first = millis(direct, i);
      long before = notes;
      double second = millis(through, i);
      if (i >= 0) {
        bare[i] = first;
        proxied[i] = second;
        noted += (int) (notes - before);
      }
    }
    Arrays.sort(bare);
    Arrays.sort(proxied);
    System.out.printf(
        "requests=%d withPage=%d directP50=%.2fms proxyP50=%.2fms addedP50=%.2fms"
            + " directP99=%.2fms proxyP99=%.2fms addedP99=%.2fms%n",
        count,
        noted,
        at(bare, 0.5),
        at(proxied, 0.5),
        at(proxied, 0.5) - at(bare, 0.5),
        at(bare, 0.99),
        at(proxied, 0.99),
        at(proxied, 0.99) - at(bare, 0.99));
  }

  private double millis(URI address, int number) throws IOException, InterruptedException {
    String body =
        """
        {"model":"fake","user":"ana","messages":[{"role":"system","content":"Be brief."},
        {"role":"user","content":"What shall I drink, number %d?"}]}"""
            .formatted(number);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    long began = System.nanoTime();
    HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
    double millis = (System.nanoTime() - began) / 1e6;
    if (reply.statusCode() != 200) {
      throw new IllegalStateException("status " + reply.statusCode() + ": " + reply.body());
    }
    if (reply.headers().firstValue(ProxyHeaders.MEMORY).orElse("").equals("page")) {
      notes++;
    }
    return millis;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
  }
}
