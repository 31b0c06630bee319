package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models in this process, through the commands. What they say is junk; what is kept must not be.
 */
@Timeout(300)
final class LocalModelTest {
  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void makeRig() {
    rig = new Rig(folder);
  }

  @Test
  void givenAModelThatKnowsNothing_thePageStaysAsItWas() throws IOException {
    TinyModel.write(folder.resolve("model"), "tiny-qwen3", 7_000);
    String before = learnedWithoutModel();
    rig.conversation("b.json", "My sister bought a red bicycle.", "I moved to Graz.");

    Rig.Result learned = rig.run("learn", "b.json", "--model", "local:model", "--json");

    assertThat(learned.status()).as(learned.err()).isZero();
    assertThat(Json.parse(learned.out()).path("calls").asInt()).isBetween(1, 2);
    assertThat(page()).isEqualTo(before);
  }

  @Test
  void givenAModelThatKnowsNothing_questionsAreAskedAndCounted() throws IOException {
    TinyModel.write(folder.resolve("model"), "tiny-qwen2", 7_000);
    learnedWithoutModel();

    Rig.Result open = rig.run("ask", "What shall I cook?", "--answer-model", "local:model");
    Rig.Result choice =
        rig.run("ask", "Dinner?", "--option", "Rice", "--option", "Fish", "--model", "local:model");

    assertThat(open.status()).as(open.err()).isZero();
    assertThat(choice.err() + choice.out())
        .containsAnyOf("names none of the options", "confidence");
  }

  @Test
  void aBench_runsOverIt() throws IOException {
    TinyModel.write(folder.resolve("model"), "tiny-qwen3", 7_000);
    SmallPrefEval.write(folder.resolve("data"), 2);

    Rig.Result result =
        rig.run(
            "bench",
            "run",
            "--dataset",
            "prefeval:data",
            "--filler-turns",
            "1",
            "--model",
            "local:model",
            "--out",
            "r",
            "--json");

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Json.parse(result.out()).path("finished").asBoolean()).isTrue();
    assertThat(Json.parse(result.out()).path("calls").asInt()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void givenAWindowTooShortForTheChunk_itIsSetAside_andTheMessageSaysWhy() throws IOException {
    TinyModel.write(folder.resolve("model"), "tiny-qwen3", 128);
    String before = learnedWithoutModel();
    rig.conversation("b.json", "I moved to Graz.");

    Rig.Result learned = rig.run("learn", "b.json", "--model", "local:model");

    assertThat(learned.err() + learned.out()).contains("window is 128 tokens", "chunk-tokens");
    assertThat(page()).isEqualTo(before);
  }

  @Test
  void givenAFolderThatIsNoModel_theMessageSaysWhatIsMissing() throws IOException {
    Rig.Result missing = ask("local:nowhere");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("nowhere", "no such folder");

    Files.createDirectories(folder.resolve("empty"));
    Rig.Result empty = ask("local:empty");
    assertThat(empty.status()).isEqualTo(2);
    assertThat(empty.err()).contains("no config.json");
  }

  @Test
  void givenADamagedModel_theMessageNamesTheFile() throws IOException {
    Path strange = TinyModel.write(folder.resolve("strange"), "tiny-qwen2", 128);
    Path config = strange.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("\"qwen2\"", "\"mamba\""));
    assertThat(failure("local:strange")).contains("config.json", "mamba", "llama, qwen2 or qwen3");

    Path cut = TinyModel.write(folder.resolve("cut"), "tiny-qwen2", 128);
    Path weights = cut.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(failure("local:cut")).contains("model.safetensors");

    Path mute = TinyModel.write(folder.resolve("mute"), "tiny-qwen2", 128);
    Files.delete(mute.resolve("tokenizer_config.json"));
    assertThat(failure("local:mute")).contains("no tokenizer");
  }

  /** Random weights and a vocabulary of 16; read where it lies, since it is not ours to pass on. */
  @Test
  @EnabledIfEnvironmentVariable(named = "RAPPORT_TINY_LLAMA", matches = ".+")
  void givenTheTinyLlama_everythingRuns() throws IOException {
    Path llama = Path.of(System.getenv("RAPPORT_TINY_LLAMA"));
    String model = "local:" + llama.toAbsolutePath().normalize();
    String before = learnedWithoutModel();
    rig.conversation("b.json", "My sister bought a red bicycle.");
    SmallPrefEval.write(folder.resolve("data"), 1);

    Rig.Result learned = rig.run("learn", "b.json", "--model", model);
    Rig.Result asked = rig.run("ask", "What shall I cook?", "--model", model);
    Rig.Result bench =
        rig.run(
            "bench",
            "run",
            "--dataset",
            "prefeval:data",
            "--filler-turns",
            "1",
            "--model",
            model,
            "--out",
            "r");

    assertThat(learned.status()).as(learned.err()).isZero();
    assertThat(asked.status()).as(asked.err()).isZero();
    assertThat(bench.status()).as(bench.err()).isZero();
    assertThat(page()).isEqualTo(before);
  }

  private String failure(String model) {
    Rig.Result result = ask(model);
    assertThat(result.status()).isEqualTo(1);
    return result.err();
  }

  private Rig.Result ask(String model) {
    return rig.run("ask", "What shall I cook?", "--model", model);
  }

  private String learnedWithoutModel() throws IOException {
    rig.conversation("a.json", "I never eat meat.", "I love cooking with mushrooms.");
    Rig.Result learned = rig.run("learn", "a.json", "--model", "none");
    assertThat(learned.status()).as(learned.err()).isZero();
    return page();
  }

  private String page() throws IOException {
    return Json.parse(rig.run("page", "show", "--json").out()).path("lines").toString();
  }
}
