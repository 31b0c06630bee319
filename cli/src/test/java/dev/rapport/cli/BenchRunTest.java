package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.fakeserver.Answer;
import dev.rapport.fakeserver.Behaviour;
import dev.rapport.fakeserver.FakeServer;
import dev.rapport.fakeserver.Misbehaviour;
import dev.rapport.fakeserver.Received;
import dev.rapport.fakeserver.Responder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class BenchRunTest {
  private static final int PEOPLE = 6;

  @TempDir Path folder;

  private Rig rig;

  @BeforeEach
  void writeData() throws IOException {
    rig = new Rig(folder);
    SmallPrefEval.write(folder.resolve("data"), PEOPLE);
  }

  private Rig.Result bench(String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("bench", "run", "--dataset", "prefeval:data", "--filler-turns", "1"));
    arguments.addAll(List.of("--out", out));
    arguments.addAll(List.of(more));
    return rig.run(arguments.toArray(String[]::new));
  }

  private static Responder sensible() {
    return Responder.answering(SmallPrefEval::reply);
  }

  private static String model(FakeServer server) {
    return server.baseUrl() + "#fake";
  }

  private String text(String run, String file) throws IOException {
    return Files.readString(folder.resolve(run).resolve(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page",
        "nomemory",
        "fullcontext",
        "rag-bm25",
        "rag-dense",
        "rag-hybrid",
        "oracle"
      })
  void givenNoModel_everyStrategyRuns_andResumesToTheSame(String strategy) throws IOException {
    Rig.Result result = bench("r", "--strategy", strategy, "--json");
    assertThat(result.status()).as(result.err()).isZero();
    JsonNode json = Json.parse(result.out());
    assertThat(json.path("finished").asBoolean()).isTrue();
    assertThat(json.path("judged").asInt()).isEqualTo(PEOPLE);
    assertThat(json.path("calls").asInt()).isZero();
    assertThat(text("r", "answers.jsonl").lines()).hasSize(PEOPLE);
    assertThat(text("r", "baseline.jsonl").lines()).hasSize(PEOPLE);
    String before = text("r", "answers.jsonl") + text("r", "verdicts.jsonl");

    assertThat(rig.run("bench", "resume", "r", "--from", "answers").status()).isZero();
    assertThat(text("r", "answers.jsonl") + text("r", "verdicts.jsonl")).isEqualTo(before);
  }

  @Test
  void givenAnotherSpecInTheFolder_isRefused_namingTheDifference() {
    assertThat(bench("r", "--strategy", "nomemory").status()).isZero();
    Rig.Result other = bench("r", "--strategy", "oracle", "--seed", "5");
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.err())
        .contains("strategy: \"nomemory\" became \"oracle\"", "seed: \"1\" became \"5\"", "--out");
  }

  @Test
  void givenChangedData_resumeIsRefused() throws IOException {
    assertThat(bench("r", "--strategy", "nomemory").status()).isZero();
    SmallPrefEval.write(folder.resolve("data"), PEOPLE + 1);
    Rig.Result resumed = rig.run("bench", "resume", "r");
    assertThat(resumed.status()).isEqualTo(1);
    assertThat(resumed.err()).contains("version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--strategy=memgpt",
        "--variant=odd",
        "--mode=aloud",
        "--order=perl",
        "--limit=-1",
        "--parallel=0",
        "--model=nonsense",
        "--variant=query-aware",
        "--cap-tokens=5",
        "--from=nowhere"
      })
  void givenWrongUsage_saysSo_andBeginsNothing(String option) {
    Rig.Result result = bench("r", option);
    assertThat(result.status()).as(result.err()).isEqualTo(2);
    assertThat(folder.resolve("r").resolve("spec.json")).doesNotExist();
  }

  @Test
  void givenModels_goldIsInNoRequestButTheJudges() {
    try (FakeServer server = FakeServer.start(sensible())) {
      Rig.Result result =
          bench("r", "--mode", "both", "--model", model(server), "--judge-model", model(server));
      assertThat(result.status()).as(result.err()).isZero();
      assertThat(result.err()).contains("estimate", "pages", "answers", "verdicts");
      List<String> bodies = server.received().stream().map(Received::body).toList();
      assertThat(bodies).hasSize(PEOPLE * 6);
      assertThat(bodies)
          .filteredOn(body -> !body.contains("one of several judges"))
          .hasSize(PEOPLE * 3)
          .noneMatch(body -> body.contains("GOLD"));
      assertThat(bodies)
          .filteredOn(body -> body.contains("You keep one page"))
          .hasSize(PEOPLE)
          .noneMatch(body -> body.contains("What shall I cook"))
          .noneMatch(body -> body.contains("Lentils"));
    }
  }

  @Test
  void givenQueryAware_pagesSeeTheQuestion_oneForEach() throws IOException {
    try (FakeServer server = FakeServer.start(sensible())) {
      Rig.Result result = bench("r", "--variant", "query-aware", "--model", model(server));
      assertThat(result.status()).as(result.err()).isZero();
      assertThat(server.received().stream().map(Received::body))
          .filteredOn(body -> body.contains("You keep one page"))
          .hasSize(PEOPLE)
          .allMatch(body -> body.contains("What shall I cook") && body.contains("Lentils"));
      assertThat(text("r", "pages.jsonl").lines()).hasSize(PEOPLE);
    }
  }

  @Test
  void givenAnEstimate_nothingIsSpent_andNothingBegun() throws IOException {
    try (FakeServer server = FakeServer.start(sensible())) {
      Rig.Result result = bench("r", "--model", model(server), "--estimate", "--json");
      assertThat(result.status()).as(result.err()).isZero();
      JsonNode json = Json.parse(result.out());
      assertThat(json.path("calls").asInt()).isEqualTo(2 * PEOPLE);
      assertThat(json.path("costUsd").asText()).isEqualTo("unknown");
      assertThat(server.count().attempts()).isZero();
      assertThat(folder.resolve("r")).doesNotExist();
    }
  }

  @Test
  void givenLimits_stopsCleanly_andResumeGoesOn() throws IOException {
    Files.writeString(folder.resolve("rapport.yaml"), "prices:\n  fake: 1/1/1\n");
    try (FakeServer server = FakeServer.start(sensible())) {
      Rig.Result stopped = bench("r", "--model", model(server), "--max-calls", "5", "--json");
      assertThat(stopped.status()).as(stopped.err()).isEqualTo(1);
      assertThat(Json.parse(stopped.out()).path("finished").asBoolean()).isFalse();
      assertThat(server.count().attempts()).isEqualTo(5);

      BigDecimal before = Json.parse(stopped.out()).path("costUsd").decimalValue();
      BigDecimal most = before.add(new BigDecimal("0.002"));
      Rig.Result poor =
          rig.run("bench", "resume", "r", "--max-usd", most.toPlainString(), "--json");
      JsonNode spent = Json.parse(poor.out());
      assertThat(spent.path("finished").asBoolean()).isFalse();
      assertThat(spent.path("costUsd").decimalValue())
          .isGreaterThan(before)
          .isLessThanOrEqualTo(most);

      Rig.Result done = rig.run("bench", "resume", "r", "--json");
      assertThat(Json.parse(done.out()).path("finished").asBoolean()).isTrue();
      assertThat(server.count().attempts()).isEqualTo(2 * PEOPLE);
      assertThat(Json.parse(done.out()).path("calls").asInt()).isEqualTo(2 * PEOPLE);
    }
  }

  @Test
  void givenAMoneyLimitAndNoPrice_isRefused() {
    try (FakeServer server = FakeServer.start(sensible())) {
      Rig.Result result = bench("r", "--model", model(server), "--max-usd", "1");
      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err()).contains("price of fake", "rapport.yaml");
    }
  }

  @Test
  void givenAStormOfRefusals_everythingIsAnsweredInTheEnd() {
    Responder stormy =
        sensible().stormy(3, 0.3, Misbehaviour.rateLimited(Duration.ZERO), Misbehaviour.reset());
    try (FakeServer server = FakeServer.start(stormy)) {
      Rig.Result result = bench("r", "--model", model(server), "--json");
      assertThat(result.status()).as(result.err()).isZero();
      assertThat(result.out()).contains("\"finished\":true", "\"judged\":" + PEOPLE);
      assertThat(result.out()).contains("\"calls\":" + server.count().attempts());
    }
  }

  static List<Behaviour> nonsense() {
    return List.of(
        Misbehaviour.invalidJson(),
        Misbehaviour.htmlPage(),
        Misbehaviour.emptyBody(),
        Misbehaviour.emptyContent(),
        Misbehaviour.nullContent(),
        Misbehaviour.errorWithStatus200(400),
        Misbehaviour.wrongContentType("Take the second."),
        Misbehaviour.wrongLanguage(),
        new Behaviour.Say(Answer.of("<think>B or C").withFinish("length")),
        new Behaviour.Say(Answer.of("B and C both suit them.")),
        new Behaviour.Refuse(
            400, "content policy", "invalid_request_error", "", java.util.Map.of()));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("nonsense")
  void givenNonsense_theRunEnds_andNothingOfItCountsAsWrong(Behaviour nonsense) throws IOException {
    try (FakeServer server =
        FakeServer.start(
            call ->
                call.prompt().contains("You keep one page")
                    ? new Behaviour.Say(SmallPrefEval.reply(call))
                    : nonsense)) {
      Rig.Result result =
          bench("r", "--limit", "1", "--model", model(server), "--strategy", "nomemory", "--json");
      assertThat(result.status()).as(result.err()).isZero();
      JsonNode json = Json.parse(result.out());
      assertThat(json.path("finished").asBoolean()).isTrue();
      assertThat(json.path("wrong").asInt() + json.path("correct").asInt()).isZero();
      assertThat(json.path("unparsed").asInt() + json.path("unanswered").asInt()).isEqualTo(1);
    }
  }

  /** What a reply should come to, and the reply. */
  private record Kind(String verdict, Behaviour reply) {
    static Kind of(String verdict, String reply) {
      return new Kind(verdict, new Behaviour.Say(Answer.of(reply)));
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          Kind.of("chosen", "Final answer: A"),
          Kind.of("chosen", "<think>A? B?</think>\n**Final Answer:** [ b ]"),
          Kind.of("chosen", "<p>Final answer: <b>C</b></p>"),
          Kind.of("unparsed", "Final answer: A or B"),
          Kind.of("unparsed", "<think>It must be A, so the final answer: A"),
          Kind.of("unparsed", "Final answer: E"),
          Kind.of("unparsed", "Réponse : aucune de celles-ci."),
          Kind.of("unparsed", "{\"tool\": \"search\"}"),
          new Kind(
              "unparsed",
              new Behaviour.Say(Answer.of("over and over ".repeat(20_000)).withFinish("length"))),
          new Kind("unparsed", Misbehaviour.wrongLanguage()),
          new Kind("unparsed", Misbehaviour.emptyContent()),
          new Kind("unanswered", Misbehaviour.emptyBody()),
          new Kind("unanswered", Misbehaviour.htmlPage()),
          new Kind("unanswered", Misbehaviour.invalidJson()));

  @Test
  void givenEveryKindOfReply_whatCannotBeReadAndWhatNeverCameAreCountedApart() throws IOException {
    SmallPrefEval.write(folder.resolve("data"), KINDS.size());
    Responder replying =
        call ->
            KINDS
                .get(Integer.parseInt(call.prompt().replaceAll("(?s).*on day (\\d+).*", "$1")))
                .reply();
    try (FakeServer server = FakeServer.start(replying)) {
      Rig.Result result = bench("r", "--strategy", "nomemory", "--model", model(server));
      assertThat(result.status()).as(result.err()).isZero();
    }
    List<String> verdicts =
        text("r", "verdicts.jsonl")
            .lines()
            .map(
                line ->
                    line.replaceAll(".*\"verdict\":\"(\\w+)\".*", "$1")
                        .toLowerCase(java.util.Locale.ROOT))
            .map(verdict -> verdict.replaceAll("correct|wrong", "chosen"))
            .toList();
    assertThat(verdicts).containsExactlyElementsOf(KINDS.stream().map(Kind::verdict).toList());
    JsonNode counts = Json.parse(text("r", "report.json")).at("/scores/modes/0/accuracy");
    assertThat(counts.path("asked").asInt()).isEqualTo(KINDS.size());
    assertThat(counts.path("right").asInt() + counts.path("wrong").asInt()).isEqualTo(3);
    assertThat(counts.path("unparsed").asInt()).isEqualTo(8);
    assertThat(counts.path("unanswered").asInt()).isEqualTo(3);
    assertThat(counts.path("unjudged").asInt()).isZero();
    assertThat(counts.at("/answered/questions").asInt()).isEqualTo(3);
  }

  @Test
  void givenJudgesThatTalkNonsense_answersAreUnjudged() throws IOException {
    Responder judging =
        call ->
            call.prompt().contains("one of several judges")
                ? Misbehaviour.wrongLanguage()
                : new Behaviour.Say(SmallPrefEval.reply(call));
    try (FakeServer server = FakeServer.start(judging)) {
      Rig.Result result =
          bench(
              "r",
              "--mode",
              "open",
              "--model",
              model(server),
              "--judge-model",
              model(server),
              "--json");
      assertThat(Json.parse(result.out()).path("unjudged").asInt()).isEqualTo(PEOPLE);
      assertThat(text("r", "verdicts.jsonl")).contains("0 of 3 judges gave a verdict");
    }
  }

  @Test
  void givenAWrongKey_stopsAndTells() {
    try (FakeServer server =
        FakeServer.start(
            Responder.always(
                new Behaviour.Refuse(
                    401, "Incorrect API key", "invalid_request_error", "", java.util.Map.of())))) {
      Rig.Result result = bench("r", "--model", model(server));
      assertThat(result.status()).isEqualTo(1);
      assertThat(result.err()).contains("cannot be used", "resume");
      assertThat(server.count().attempts()).isLessThan(10);
    }
  }
}
