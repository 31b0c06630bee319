package dev.rapport.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.bench.dataset.Asked;
import dev.rapport.bench.dataset.Question;
import dev.rapport.bench.score.Records;
import dev.rapport.bench.score.RunRecords;
import dev.rapport.data.personamem.BenchmarkTable;
import dev.rapport.memory.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
  static final String HOSTILE =
      "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
          + "<!--<script>\u2028${1}`'\"&amp;";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("seeds")
  void givenTheRecordsInAnyOrder_everyFileHasTheSameBytes(long seed) throws IOException {
    RunRecords run = Records.random(seed, 6, 5, 0.6);
    Report.of(run).write(folder.resolve("a"), folder);
    Report.of(Records.shuffled(run, seed)).write(folder.resolve("b"), folder);

    for (String name : List.of("report.json", "report.md", "report.csv", "report.html")) {
      assertThat(folder.resolve("a").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
    }
  }

  @Test
  void givenHostileText_nothingOfItStandsAsMarkup() throws IOException {
    String html = Report.of(hostile()).html();
    String data = data(html);

    assertThat(html.split("<script", -1)).hasSize(3);
    assertThat(html.split("</script", -1)).hasSize(3);
    assertThat(data).doesNotContain("<", ">", "&", "\u2028");
    JsonNode first = new ObjectMapper().readTree(data).get("items").get(0);
    assertThat(first.get("query").asText()).isEqualTo(HOSTILE);
    assertThat(html).contains("default-src 'none'").doesNotContain("http://localhost", "src=\"");
  }

  @Test
  void givenARun_theJsonHoldsEveryQuestionAndTheWholeCount() throws IOException {
    RunRecords run = Records.random(4, 6, 5, 0.6);
    JsonNode json = new ObjectMapper().readTree(Report.of(run).json());

    assertThat(json.get("questions")).hasSize(30);
    JsonNode accuracy = json.at("/scores/modes/0/accuracy");
    assertThat(accuracy.get("asked").asInt()).isEqualTo(30);
    assertThat(json.at("/questions/0/question").asText()).isEqualTo("p0/q0");
    assertThat(json.at("/scores/modes/0/gain/gain/questions").asInt()).isPositive();
  }

  @Test
  void givenARun_theTextShowsTheEmptyPageBesideIt() {
    String text = Report.of(Records.random(4, 12, 9, 0.8)).markdown();

    assertThat(text)
        .contains("| nomemory, same answerer |")
        .contains("| chance | 25.0% |")
        .contains("### By type")
        .contains("Gain over an empty page: **+");
  }

  @Test
  void givenAnotherDataSet_theTableHasIdsLabelsAndResults() throws IOException {
    RunRecords run = Records.random(4, 2, 2, 0.6);
    Report.of(run).write(folder, folder);

    assertThat(Files.readAllLines(folder.resolve("report.csv")).getFirst())
        .startsWith("question,person,history,twins,type,updated")
        .contains("model_response_mcq_32k,predicted_answer_mcq_32k,is_correct_mcq_32k");
  }

  @Test
  void givenPersonaMem_theTableHasItsColumnsAndTheResults() throws IOException {
    Path table = folder.resolve("benchmark/text/benchmark.csv");
    Files.createDirectories(table.getParent());
    Files.writeString(
        table,
        """
        persona_id,chat_history_32k_link,user_query,correct_answer,incorrect_answers
        0,data/x.json,"{'role': 'user', 'content': 'Dinner?'}",Lentils,"[""Steak""]"
        0,data/x.json,"{'role': 'user', 'content': 'Lunch?'}",Lentils,"[""Steak""]"
        """);
    RunRecords run = renamed(Records.random(4, 1, 2, 1));
    Report.of(run).write(folder, folder);

    List<String> head =
        List.of(Files.readAllLines(folder.resolve("report.csv")).getFirst().split(","));
    assertThat(head).startsWith("persona_id", "chat_history_32k_link").contains("user_query");
    assertThat(head.subList(27, head.size()))
        .startsWith("model_response_mcq_32k", "predicted_answer_mcq_32k", "is_correct_mcq_32k");
    try (var rows = BenchmarkTable.rows(folder.resolve("report.csv"))) {
      assertThat(rows.map(row -> row.userQuery().text())).containsExactly("Dinner?", "Lunch?");
    }
  }

  static RunRecords hostile() {
    RunRecords run = Records.random(4, 2, 3, 0.6);
    return with(
        run,
        run.questions().stream()
            .map(
                q ->
                    new Question(
                        q.id(),
                        q.person(),
                        q.history(),
                        q.twins(),
                        new Asked(new Query(HOSTILE), List.of(HOSTILE, "two", "three", "four")),
                        q.gold(),
                        q.labels()))
            .toList());
  }

  private static RunRecords renamed(RunRecords run) {
    List<Question> questions =
        run.questions().stream()
            .map(
                q ->
                    new Question(
                        q.id().replace("p0/q", "benchmark/"),
                        q.person(),
                        q.history(),
                        q.twins(),
                        q.asked(),
                        q.gold(),
                        q.labels()))
            .toList();
    var answers =
        run.answers().stream()
            .map(
                a ->
                    new dev.rapport.bench.run.AnswerRecord(
                        a.question().replace("p0/q", "benchmark/"),
                        a.mode(),
                        a.outcome(),
                        a.order(),
                        a.option(),
                        a.reply(),
                        a.cause(),
                        a.confidence(),
                        a.recalled(),
                        a.recallTokens(),
                        a.spent()))
            .toList();
    return new RunRecords(
        run.spec(), questions, run.pages(), answers, List.of(), List.of(), List.of());
  }

  private static RunRecords with(RunRecords run, List<Question> questions) {
    return new RunRecords(
        run.spec(),
        questions,
        run.pages(),
        run.answers(),
        run.verdicts(),
        run.baseline(),
        run.baselineVerdicts());
  }

  private static String data(String html) {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = html.indexOf(start) + start.length();
    return html.substring(from, html.indexOf("</script>", from));
  }

  private static LongStream seeds() {
    return LongStream.range(0, 4);
  }
}
