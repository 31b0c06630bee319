package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void makeRig() throws IOException {
    rig = new Rig(folder);
    Path personas = Files.createDirectories(folder.resolve("personas"));
    Files.writeString(
        personas.resolve("raw_data_250101_000000_persona3.json"),
        """
        {"3": {"short_persona": "S", "stereotypical_preferences": ["Likes mum's pie"],
          "conversations": {"chat_message": [
            {"preference": "Likes mum's pie", "pref_type": "stereotypical_pref", "who": "self",
             "updated": false, "topic_preference": "food", "topic_query": "food",
             "conversations": [{"role": "user", "content": "Shorten: mum's pie again."},
                               {"role": "assistant", "content": "Pie again."}],
             "user_query": "What's for lunch?", "correct_answer": "Pie",
             "incorrect_answers": ["Soup", "Rice", "Fish"]},
            {"preference": "Do not remember 'Likes mum's pie' in memory",
             "pref_type": "ask_to_forget", "who": "self", "updated": true,
             "conversations": [{"role": "user", "content": "Forget the pie."}]}]}}}
        """);
  }

  @Test
  void givenTwoSizes_eachIsBuiltAndSound() throws IOException {
    Rig.Result built =
        rig.run(
            "data",
            "build",
            "--personas",
            "personas",
            "--context-tokens",
            "500,1000",
            "--out",
            "set",
            "--json");

    assertThat(built.status()).isZero();
    var first = Json.parse(built.out()).get(0).get("dataset");
    assertThat(first.get("contextTokens").asInt()).isEqualTo(500);
    assertThat(first.get("longestHistory").asInt()).isBetween(300, 500);
    for (String size : new String[] {"set/500", "set/1k"}) {
      Rig.Result checked = rig.run("data", "validate", size);
      assertThat(checked.out()).contains("1 rows, 1 histories: sound");
      assertThat(checked.status()).isZero();
    }
  }

  @Test
  void givenAFolderInUse_itIsReplacedOnRequestOnly() {
    String[] build = {"data", "build", "--personas", "personas", "--out", "set"};
    assertThat(rig.run(build).status()).isZero();
    Rig.Result again = rig.run(build);

    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("--force");
    assertThat(
            rig.run("data", "build", "--personas", "personas", "--out", "set", "--force").status())
        .isZero();
  }

  @Test
  void givenADamagedSet_validateSaysWhereAndTheStatusIsOne() throws IOException {
    rig.run("data", "build", "--personas", "personas", "--out", "set");
    Path table = folder.resolve("set/benchmark/text/benchmark.csv");
    Files.writeString(table, Files.readString(table).replace("Soup", "Pie"));
    Rig.Result checked = rig.run("data", "validate", "set");

    assertThat(checked.status()).isEqualTo(1);
    assertThat(checked.out()).contains("benchmark.csv, row 1", "two options are the same");
  }

  @Test
  void givenWrongUsage_theStatusIsTwo() {
    assertThat(rig.run("data", "build").status()).isEqualTo(2);
    assertThat(rig.run("data", "build", "--out", "x", "--context-tokens", "0").status())
        .isEqualTo(2);
    assertThat(rig.run("data", "build", "--out", "x", "--personas", "nowhere").status())
        .isEqualTo(2);
    assertThat(rig.run("data", "validate", "nowhere").status()).isEqualTo(1);
  }
}
