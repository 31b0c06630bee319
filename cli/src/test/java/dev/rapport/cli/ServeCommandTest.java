package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServeCommandTest {
  @TempDir Path folder;

  @Test
  void whenAskedForHelp_showsExamples() {
    for (String[] command : new String[][] {{"serve"}, {"keys"}, {"keys", "create"}}) {
      String[] asked = java.util.Arrays.copyOf(command, command.length + 1);
      asked[command.length] = "--help";
      assertThat(new Rig(folder).run(asked).out())
          .contains("Examples:", "rapport " + String.join(" ", command));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--host, 0.0.0.0, --auth keys",
    "--host, 192.168.0.7, rapport keys create",
    "--port, 70000, 70000",
    "--requests-per-minute, 0, requests per minute 0",
    "--quiet-seconds, -1, quiet",
    "--person-calls-per-day, -1, ceiling of -1 calls",
    "--usd-per-day, -0.5, -0.5 dollars",
    "--upstream, nowhere, nowhere",
    "--auth, king, king",
    "--prot, 1, --prot"
  })
  void givenAnOptionOfNoUse_isRefused_beforeAnythingIsMade(
      String option, String value, String says) {
    Rig rig = new Rig(folder);

    Rig.Result result = rig.run("serve", option, value);

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(says);
    assertThat(Files.exists(rig.database())).isFalse();
  }
}
