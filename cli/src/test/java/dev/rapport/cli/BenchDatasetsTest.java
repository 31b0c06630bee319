package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchDatasetsTest {
  private static final String LOCOMO =
      """
      [{"sample_id":"c","conversation":{"session_1_date_time":"1:56 pm on 8 May, 2023",
        "session_1":[{"speaker":"A","dia_id":"D1:1","text":"Hi"}]},
        "qa":[{"question":"Who?","answer":"A","evidence":["D1:1"],"category":4}]}]
      """;

  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void makeRig() {
    rig = new Rig(folder);
  }

  @Test
  void withoutOptions_everyDataSetIsDescribed() {
    Rig.Result result = rig.run("bench", "datasets");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("personamem-v1", "prefeval", "locomo", "longmemeval", "licence", "arXiv");
  }

  @Test
  void givenAFolderInOrder_itsPartsAreCounted() throws IOException {
    Files.writeString(folder.resolve("locomo10.json"), LOCOMO);
    Rig.Result result = rig.run("bench", "datasets", "--check", "locomo:.", "--json");

    assertThat(result.status()).isZero();
    var check = Json.parse(result.out());
    assertThat(check.get("usable").asBoolean()).isTrue();
    assertThat(check.at("/parts/0/questions").asInt()).isEqualTo(1);
    assertThat(check.at("/parts/0/published").asInt()).isEqualTo(1986);
    assertThat(check.at("/parts/0/version").asText()).startsWith("r2-");
  }

  @Test
  void givenABrokenOrEmptyFolder_theStatusIsOneAndTheMendIsTold() throws IOException {
    Rig.Result empty = rig.run("bench", "datasets", "--check", "locomo:.");
    Files.writeString(folder.resolve("locomo10.json"), LOCOMO.replace("8 May", "40 May"));
    Rig.Result broken = rig.run("bench", "datasets", "--check", "locomo:.");

    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.out()).contains("locomo*.json").doesNotContain("not there: ");
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.out()).contains("40 May", "session_1_date_time");
  }

  @Test
  void givenANameThatIsNone_theUsageIsWrong() {
    Rig.Result result = rig.run("bench", "datasets", "--check", "nosuch:.");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("nosuch", "locomo");
  }
}
