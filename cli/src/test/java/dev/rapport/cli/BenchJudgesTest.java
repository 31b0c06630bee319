package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.ChatCall;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Received;
import dev.rapport.fakeserver.Responder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers in words, from the files of a data set to the report, before a panel of judges. */
@Timeout(120)
final class BenchJudgesTest {
  private static final String JUDGE = "one of several judges";
  private static final String NEGATIVE = "must not shape the answer";
  private static final Behaviour YES = say("It fits.\nVerdict: yes");
  private static final Behaviour NO = say("It does not.\nVerdict: no");
  private static final Behaviour NONSENSE = say("Hard to say.");
  private static final Behaviour REFUSED =
      new Behaviour.Refuse(400, "content policy", "invalid_request_error", "", Map.of());

  @TempDir Path folder;

  private Rig rig;

  @BeforeEach
  void rig() {
    rig = new Rig(folder);
  }

  private static Behaviour say(String text) {
    return new Behaviour.Say(Answer.of(text));
  }

  /** Each judge of the panel has a seed of its own, which tells who votes. */
  private static Responder panel(List<List<Behaviour>> byPerson) {
    return call -> {
      if (!call.prompt().contains(JUDGE)) {
        return new Behaviour.Say(SmallPersonaMem.reply(call));
      }
      int person = person(call);
      return byPerson.get(person).get(call.body().path("seed").asInt() - 1);
    };
  }

  private static int person(ChatCall call) {
    String word = SmallPersonaMem.word(call.prompt(), "dish");
    return Integer.parseInt(word.substring("dish".length()));
  }

  private JsonNode run(FakeServer server, String... more) throws IOException {
    String model = server.baseUrl() + "#fake";
    List<String> arguments =
        new ArrayList<>(
            List.of("bench", "run", "--dataset", "personamem-v2:data", "--mode", "open"));
    arguments.addAll(List.of("--model", model, "--judge-model", model, "--out", "r"));
    arguments.addAll(List.of(more));
    Rig.Result result = rig.run(arguments.toArray(String[]::new));
    assertThat(result.status()).as(result.err()).isZero();
    return Json.parse(Files.readString(folder.resolve("r/report.json")));
  }

  /** In the order of the questions. */
  private List<JsonNode> verdicts() throws IOException {
    List<JsonNode> verdicts = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("r/verdicts.jsonl"))) {
      verdicts.add(Json.parse(line));
    }
    return verdicts;
  }

  @Test
  void givenThreeVotes_theMajorityDecides_andTiesAndFailuresDecideNothing() throws IOException {
    List<List<Behaviour>> votes =
        List.of(
            List.of(YES, NO, YES),
            List.of(NO, YES, NO),
            List.of(NO, NONSENSE, YES),
            List.of(NONSENSE, NONSENSE, YES),
            List.of(REFUSED, REFUSED, REFUSED),
            List.of(YES, REFUSED, YES));
    SmallPersonaMem.write(folder.resolve("data"), List.of(0, 3, 6, 9, 12, 15), "");
    JsonNode report;
    try (FakeServer server = FakeServer.start(panel(votes))) {
      report = run(server);
    }

    List<JsonNode> verdicts = verdicts();
    assertThat(verdicts)
        .extracting(verdict -> verdict.path("verdict").asText())
        .containsExactly("CORRECT", "WRONG", "UNJUDGED", "UNJUDGED", "UNJUDGED", "CORRECT");
    assertThat(verdicts)
        .extracting(verdict -> verdict.path("why").asText())
        .containsExactly(
            "",
            "It does not. Verdict: no",
            "the judges tied 1 to 1",
            "1 of 3 judges gave a verdict",
            "0 of 3 judges gave a verdict",
            "");
    assertThat(verdicts.get(4).at("/votes/0/reason").asText())
        .contains("REJECTED", "content policy");
    assertThat(verdicts.get(2).at("/votes/1/said").asText()).isEqualTo("failed");

    JsonNode accuracy = report.at("/scores/modes/0/accuracy");
    assertThat(accuracy.path("asked").asInt()).isEqualTo(6);
    assertThat(accuracy.path("right").asInt()).isEqualTo(2);
    assertThat(accuracy.path("wrong").asInt()).isEqualTo(1);
    assertThat(accuracy.path("unjudged").asInt()).isEqualTo(3);
    assertThat(accuracy.at("/answered/value").asDouble()).isEqualTo(0.666667);
    assertThat(accuracy.path("atLeast").asDouble()).isEqualTo(0.333333);
    assertThat(accuracy.path("atMost").asDouble()).isEqualTo(0.833333);
  }

  @Test
  void givenTwoJudges_aTieIsNeitherRightNorWrong() throws IOException {
    SmallPersonaMem.write(folder.resolve("data"), List.of(0, 3), "");
    try (FakeServer server =
        FakeServer.start(panel(List.of(List.of(YES, NO), List.of(YES, YES))))) {
      JsonNode report = run(server, "--judges", "2");

      assertThat(report.at("/scores/modes/0/accuracy/unjudged").asInt()).isEqualTo(1);
      assertThat(report.at("/scores/modes/0/accuracy/answered/value").asDouble()).isEqualTo(1);
      assertThat(verdicts().getFirst().path("why").asText()).isEqualTo("the judges tied 1 to 1");
    }
  }

  @Test
  void givenForgottenAndOthersThings_judgesGetTheNegativeTwinOfTheProtocol() throws IOException {
    SmallPersonaMem.write(folder.resolve("data"), 4);
    Responder answering =
        call -> {
          if (call.prompt().contains(JUDGE)) {
            return uses(call) ? (isNegative(call) ? NO : YES) : (isNegative(call) ? YES : NO);
          }
          return call.prompt().contains("You keep one page")
              ? new Behaviour.Say(SmallPersonaMem.reply(call))
              : say(words(call.lastText()));
        };
    JsonNode report;
    List<String> judged;
    try (FakeServer server = FakeServer.start(answering)) {
      report = run(server);
      judged =
          server.received().stream()
              .map(Received::body)
              .filter(body -> body.contains(JUDGE))
              .toList();
    }

    assertThat(judged).hasSize(4 * SmallPersonaMem.QUESTIONS_EACH * 3);
    assertThat(judged)
        .filteredOn(body -> body.contains(NEGATIVE))
        .hasSize(4 * 2 * 3)
        .allMatch(body -> body.contains("GOLD collects") || body.contains("GOLD plays song"));
    assertThat(judged)
        .filteredOn(body -> !body.contains(NEGATIVE))
        .allMatch(body -> body.contains("GOLD eats dish"));
    assertThat(judged)
        .as("a wish to forget is judged by what is to be forgotten")
        .noneMatch(body -> body.contains("Do not remember"));
    JsonNode accuracy = report.at("/scores/modes/0/accuracy");
    assertThat(accuracy.path("right").asInt()).as("own: used; others': left out").isEqualTo(8);
    assertThat(accuracy.path("wrong").asInt()).as("forgotten: used").isEqualTo(4);
    assertThat(measure(report, "forget-compliance")).isZero();
    assertThat(measure(report, "owner-confusion")).isZero();
    assertThat(measure(report, "leak-in-answer")).isEqualTo(1);
  }

  private static double measure(JsonNode report, String key) {
    for (JsonNode measure : report.at("/scores/modes/0/measures")) {
      if (measure.path("key").asText().equals(key)) {
        return measure.at("/estimate/value").asDouble();
      }
    }
    throw new AssertionError("no measure " + key);
  }

  /** Uses what the person eats and plays, and leaves their cousin's coins alone. */
  private static String words(String asked) {
    String person = asked.replaceAll("\\D", "");
    return asked.contains("lunch")
        ? "Have dish%s.".formatted(person)
        : asked.contains("Music") ? "Play song%s again.".formatted(person) : "Go for a walk.";
  }

  private static boolean isNegative(ChatCall call) {
    return call.prompt().contains(NEGATIVE);
  }

  private static boolean uses(ChatCall call) {
    String prompt = call.prompt();
    String answer = prompt.substring(prompt.lastIndexOf("=== data: answer"));
    String preference = prompt.substring(prompt.indexOf("=== data: preference"));
    return answer.contains(preference.replaceAll("(?s).*?((?:dish|song|coins)\\d+).*", "$1"));
  }
}
