package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Responder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {
  private static final String[] SAID = {
    "Help me answer my sister: I stopped eating meat in spring and I cook lentils every Sunday.",
    "Shorten this: I always cycle to work, in January too, because the bus makes me sick."
  };

  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void makeRig() {
    rig = new Rig(folder);
  }

  @Test
  void givenTheSameFileTwice_nothingChanges() throws IOException {
    rig.conversation("c.json", SAID);
    var first = Json.parse(rig.run("learn", "c.json", "--json").out());
    var second = Json.parse(rig.run("learn", "c.json", "--json").out());

    assertThat(first.get("turnsNew").asInt()).isEqualTo(4);
    assertThat(second.get("turnsRead").asInt()).isEqualTo(4);
    assertThat(second.get("turnsNew").asInt()).isZero();
    assertThat(second.get("revision")).isEqualTo(first.get("revision"));
  }

  @Test
  void givenAGrownFile_onlyTheRestIsRead() throws IOException {
    rig.conversation("c.json", SAID[0]);
    rig.run("learn", "c.json");
    rig.conversation("c.json", SAID);
    var grown = Json.parse(rig.run("learn", "c.json", "--json").out());

    assertThat(grown.get("turnsNew").asInt()).isEqualTo(2);
  }

  @Test
  void givenOneBadFileAmongGood_theGoodOnesAreReadAndTheStatusIsOne() throws IOException {
    Files.writeString(folder.resolve("a.json"), "[{\"role\":");
    rig.conversation("b.json", SAID);
    Rig.Result result = rig.run("learn", "a.json", "b.json", "--json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("a.json");
    assertThat(Json.parse(result.out()).get("turnsNew").asInt()).isEqualTo(4);
  }

  @Test
  void givenFoldersAndPatterns_theirFilesAreRead() throws IOException {
    Files.createDirectories(folder.resolve("chats/old"));
    rig.conversation("chats/one.json", SAID[0]);
    rig.conversation("chats/old/two.json", SAID[1]);

    // The two answers are the same words in files that name no conversation: one turn, seen twice.
    assertThat(Json.parse(rig.run("learn", "chats", "--json").out()).get("turnsNew").asInt())
        .isEqualTo(3);
    assertThat(rig.run("learn", "--user", "bea", "chats/*.json", "--json").out())
        .contains("\"turnsNew\":2");
  }

  @Test
  void givenAMissingFileOrNoUser_theMessageSaysWhatToDo() {
    assertThat(rig.run("learn", "nowhere.json").err()).contains("nowhere.json");
    assertThat(rig.with("RAPPORT_USER", "").run("page", "show").status()).isEqualTo(2);
  }

  @Test
  void givenATranscriptOnStandardInput_itIsRead() {
    Rig.Result result =
        rig.type("User: I never fly, trains only.\nAssistant: Noted.\n", "learn", "-", "--json");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("\"turnsNew\":2");
  }

  @Test
  void givenALimitOnCalls_itStopsThere_nothingIsLost_andTheNextRunGoesOn() throws IOException {
    Files.writeString(
        folder.resolve("rapport.yaml"), "chunk-tokens: 256\nprices:\n  fake: 1/1/1\n");
    rig.conversation("c.json", threeChunks());
    try (FakeServer server = FakeServer.start(Responder.answering(request -> Answer.of("[]")))) {
      String model = server.baseUrl() + "#fake";
      Rig.Result stopped =
          rig.run("learn", "c.json", "--model", model, "--max-calls", "1", "--json");
      assertThat(stopped.status()).as(stopped.err()).isEqualTo(1);
      assertThat(Json.parse(stopped.out()).path("calls").asInt()).isEqualTo(1);
      assertThat(Json.parse(stopped.out()).get("turnsNew").asInt()).isEqualTo(60);
      assertThat(Json.parse(stopped.out()).get("turnsWaiting").asInt()).isPositive();
      assertThat(server.count().attempts()).isEqualTo(1);

      Rig.Result poor = rig.run("learn", "c.json", "--model", model, "--max-usd", "0", "--json");
      assertThat(poor.status()).isEqualTo(1);
      assertThat(server.count().attempts()).isEqualTo(1);

      Rig.Result rest = rig.run("learn", "c.json", "--model", model, "--json");
      assertThat(rest.status()).as(rest.err()).isZero();
      assertThat(Json.parse(rest.out()).get("turnsNew").asInt()).isZero();
      assertThat(Json.parse(rest.out()).get("turnsWaiting").asInt()).isZero();
    }
  }

  @Test
  void givenALimitOnMoneyAndNoPrice_isRefusedBeforeAnythingIsRead() throws IOException {
    rig.conversation("c.json", SAID);
    try (FakeServer server = FakeServer.start(Responder.answering(request -> Answer.of("[]")))) {
      Rig.Result refused =
          rig.run("learn", "c.json", "--model", server.baseUrl() + "#fake", "--max-usd", "1");
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err()).contains("--max-usd", "prices:", "rapport.yaml");
      assertThat(server.count().attempts()).isZero();
    }
  }

  private static String[] threeChunks() {
    return IntStream.range(0, 30)
        .mapToObj(
            "Shorten this: day %d of the year I cycled to work in the rain and sang."::formatted)
        .toArray(String[]::new);
  }
}
