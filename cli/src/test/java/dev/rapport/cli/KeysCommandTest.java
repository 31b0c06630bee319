package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeysCommandTest {
  @TempDir Path folder;

  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig(folder);
  }

  private JsonNode list() throws IOException {
    return new ObjectMapper().readTree(rig.run("keys", "list", "--json").out());
  }

  @Test
  void whenMade_theSecretAloneIsOnStdout_andIsNowhereElse() throws IOException {
    Rig.Result made = rig.run("keys", "create", "--scope", "person", "--user", "ana");

    assertThat(made.status()).isZero();
    assertThat(made.out().strip()).doesNotContainAnyWhitespaces().hasSizeGreaterThan(30);
    assertThat(made.err()).contains("for ana of tenant default alone", "once");
    assertThat(list()).hasSize(1);
    assertThat(list().get(0).path("user").asText()).isEqualTo("ana");
    assertThat(rig.run("keys", "list").out()).doesNotContain(made.out().strip());
    assertThat(rig.bytesOnDisk()).doesNotContain(made.out().strip());
  }

  @Test
  void whenRotated_thereAreTwo_andWhenRevoked_itHoldsNoLonger() throws IOException {
    rig.run("keys", "create", "--scope", "admin");
    String id = list().get(0).path("id").asText();

    assertThat(rig.run("keys", "rotate", id, "--hours", "0").status()).isZero();
    assertThat(list()).hasSize(2);
    assertThat(list()).filteredOn(key -> key.path("holds").asBoolean()).hasSize(1);

    String other =
        list().get(list().get(0).path("id").asText().equals(id) ? 1 : 0).path("id").asText();
    assertThat(rig.run("keys", "revoke", other).status()).isZero();
    assertThat(list()).noneMatch(key -> key.path("holds").asBoolean());
    Rig.Result again = rig.run("keys", "revoke", other);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains(other, "keys list");
  }

  @ParameterizedTest
  @CsvSource({
    "create --scope king, king",
    "create --scope person, --user",
    "create --scope admin --user ana, --scope person",
    "create --scope tenant --tenant ACME, ACME",
    "create --scope admin --days -1, --days",
    "create, --scope",
    "rotate k1 --hours -1, --hours"
  })
  void givenSomethingOfNoUse_isRefused(String arguments, String says) throws IOException {
    Rig.Result result = rig.run(("keys " + arguments).split(" "));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(says);
    assertThat(list()).isEmpty();
  }
}
