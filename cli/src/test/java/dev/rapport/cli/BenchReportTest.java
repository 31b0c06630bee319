package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
  private static final String TABLE =
      """
      persona_id,chat_history_32k_link,user_query,correct_answer,incorrect_answers,pref_type,preference
      0,data/h0.json,"{'role': 'user', 'content': 'What shall I cook?'}",Lentils with rice,"[""A steak"", ""A pizza""]",neutral_preferences,Cooks lentils
      1,data/h1.json,"{'role': 'user', 'content': 'How do I get to work?'}",By bicycle,"[""By bus"", ""By car""]",neutral_preferences,Cycles to work
      """;

  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void runBoth() throws IOException {
    rig = new Rig(folder);
    write("set/benchmark/text/benchmark.csv", TABLE);
    write("set/data/h0.json", history("I cook lentils every Sunday and eat no meat."));
    write("set/data/h1.json", history("I always cycle to work because the bus makes me sick."));
    run("page", "runs/page");
    run("nomemory", "runs/nomemory");
  }

  @Test
  void givenARunWithoutMemoryBesideIt_itIsFoundAndTheFourFilesAreWritten() throws IOException {
    Files.delete(folder.resolve("runs/page/baseline.jsonl"));
    Rig.Result result = rig.run("bench", "report", "runs/page");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).contains("choice").contains("over an empty page");
    assertThat(result.err()).contains("without memory: ").contains("nomemory");
    for (String name : new String[] {"report.json", "report.md", "report.csv", "report.html"}) {
      assertThat(folder.resolve("runs/page").resolve(name)).isNotEmptyFile();
    }
    assertThat(Json.parse(rig.run("bench", "report", "runs/page", "--json").out()).at("/questions"))
        .hasSize(2);
  }

  @Test
  void givenARunThatAnsweredWithoutMemoryItself_noOtherIsLookedFor() {
    Rig.Result result = rig.run("bench", "report", "runs/page");

    assertThat(result.out()).contains("over an empty page");
    assertThat(result.err()).doesNotContain("without memory: ");
  }

  @Test
  void givenTwoRuns_theyAreCompared() throws IOException {
    Rig.Result result =
        rig.run("bench", "compare", "runs/nomemory", "runs/page", "--out", "both", "--json");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Json.parse(result.out()).at("/pairs/0/difference/questions").asInt()).isEqualTo(2);
    assertThat(folder.resolve("both/compare.html")).isNotEmptyFile();
    assertThat(rig.run("bench", "compare", "runs/page").status()).isEqualTo(2);
  }

  @Test
  void givenDataThatHaveChanged_theReportIsRefused() throws IOException {
    write("set/benchmark/text/benchmark.csv", TABLE.replace("A pizza", "A soup"));
    Rig.Result result = rig.run("bench", "report", "runs/page");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("version");
  }

  private void run(String strategy, String out) {
    Rig.Result result =
        rig.run(
            "bench", "run", "--dataset", "personamem-v2:set", "--strategy", strategy, "--out", out);
    assertThat(result.status()).as(result.err()).isZero();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String history(String said) {
    return """
        {"metadata": {"total_messages": 2, "final_token_count": 20, "persona_id": 0, "input_filename": "x"},
         "chat_history": [{"role": "user", "content": "%s"}, {"role": "assistant", "content": "Noted."}]}
        """
        .formatted(said);
  }
}
