package dev.rapport.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.conversation.Conversation;
import dev.rapport.conversation.Message;
import dev.rapport.data.sample.SampleHistory;
import dev.rapport.data.sample.SamplePersonas;
import dev.rapport.runtime.Rapport;
import dev.rapport.server.RapportServer;
import dev.rapport.server.ServerConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of docs/page.md: a server as "serve" starts it, filled over REST with what
 * sample people said, learned by the built-in engine. {@code -Drapport.pictures=FOLDER} says where
 * they go; without it none are taken.
 */
@EnabledIfSystemProperty(named = "rapport.pictures", matches = ".+")
final class Pictures {
  private static final long MOST_BYTES = 250_000;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void take(@TempDir Path folder) throws Exception {
    Path to = Path.of(System.getProperty("rapport.pictures"));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Rapport rapport = Rapport.open(folder.resolve("rapport.db"));
    try (RapportServer server =
            RapportServer.start(
                rapport, ServerConfig.DEFAULT.withPort(0), nowhere, hosted -> List.of());
        Chromium browser = Chromium.start()) {
      String url = server.uri() + "/";
      fill(url);
      for (String theme : List.of("light", "dark")) {
        walk(browser, url, theme, to, PictureWalk::page);
      }
      walk(browser, url, "light", to, PictureWalk::everythingElse);
      walk(browser, url, "light", to, PictureWalk::phone);
      try (Stream<Path> taken = Files.list(to)) {
        assertThat(taken.filter(file -> size(file) > MOST_BYTES)).isEmpty();
      }
    }
  }

  private static void walk(
      Chromium browser, String url, String theme, Path to, Consumer<PictureWalk> steps) {
    try (Tab tab = browser.newTab()) {
      steps.accept(new PictureWalk(tab, url, theme, to));
    }
  }

  /** One person with a story in two sittings, two more, and one whose words still wait. */
  private void fill(String url) throws Exception {
    List<Conversation> story = SampleHistory.of(SamplePersonas.shipped().load("p17"));
    int most = story.size() * 3 / 4;
    say(url, "grover", story.subList(0, most), true);
    say(url, "grover", story.subList(most, story.size()), true);
    say(url, "yazan", SampleHistory.of(SamplePersonas.shipped().load("p22")), true);
    say(url, "cliona", SampleHistory.of(SamplePersonas.shipped().load("p20")).subList(0, 1), false);
  }

  private void say(String url, String user, List<Conversation> story, boolean learn)
      throws Exception {
    ObjectNode body = Cdp.JSON.createObjectNode().put("learn", learn);
    ArrayNode messages = body.putArray("messages");
    for (Conversation conversation : story) {
      for (Message message : conversation.messages()) {
        ObjectNode each = messages.addObject().put("content", message.text());
        each.put("role", message.role().name().toLowerCase(Locale.ROOT));
        each.put("conversation", message.conversation()).put("at", message.at().toString());
      }
    }
    String person = url + "v1/people/" + user;
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(person + "/turns"))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/json")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    while (learn && waiting(person) > 0) {
      Thread.sleep(200);
    }
  }

  private int waiting(String person) throws IOException, InterruptedException {
    String jobs =
        client
            .send(
                HttpRequest.newBuilder(URI.create(person + "/jobs")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    return Cdp.JSON.readTree(jobs).path("waiting").asInt();
  }

  private static long size(Path file) {
    try {
      return file.toString().endsWith(".png") ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
