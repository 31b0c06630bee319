package dev.rapport.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelAddressTest {
  private static OpenAiConfig remote(String text, Map<String, String> environment) {
    return ((ModelAddress.Remote) ModelAddress.parse(text, environment)).config();
  }

  @Test
  void givenNone_thereIsNoModel() {
    assertThat(ModelAddress.parse(" none ", Map.of())).isEqualTo(new ModelAddress.None());
  }

  @ParameterizedTest
  @CsvSource({
    "ollama:qwen3:4b, http://127.0.0.1:11434/v1, qwen3:4b",
    "llamacpp, http://127.0.0.1:8080/v1, default",
    "llamacpp:a/b.gguf, http://127.0.0.1:8080/v1, a/b.gguf",
    "lmstudio:q, http://127.0.0.1:1234/v1, q",
    "vllm:Qwen/Qwen3-4B, http://127.0.0.1:8000/v1, Qwen/Qwen3-4B",
    "http://h:9#m, http://h:9/v1, m",
    "http://h:9/#m, http://h:9/v1, m",
    "HTTPS://h/v1/#m, https://h/v1, m",
    "https://h/api/v1/chat/completions#a/b, https://h/api/v1, a/b",
    "http://[::1]:9#m, http://[::1]:9/v1, m",
  })
  void givenAnAddress_itNamesServerAndModel(String text, String url, String model) {
    assertThat(remote(text, Map.of()).baseUrl()).hasToString(url);
    assertThat(remote(text, Map.of()).model()).isEqualTo(model);
    assertThat(remote(text, Map.of()).apiKey().isNone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gpt-4",
        "ollama",
        "ollama:",
        "vllm: ",
        "http://h:9",
        "http://h:9#",
        "ftp://h#m",
        "http://#m",
        "http://h:9/v1?x=1#m",
        "http://user:word@h#m",
        "openai:gpt-4o"
      })
  void givenNoAddress_theErrorSaysHowToWriteIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelAddress.parse(text, Map.of()))
        .withMessageMatching("(?s).*(write|must end|RAPPORT_API_KEY|set OPENAI_API_KEY).*")
        .withMessageNotContaining("word@");
  }

  @Test
  void givenOpenAi_itsKeyGoesThereAndToNobodyElse() {
    var environment = Map.of("OPENAI_API_KEY", "sk-1");

    assertThat(remote("openai:gpt-4o", environment).apiKey().isNone()).isFalse();
    assertThat(remote("https://api.openai.com#gpt-4o", environment).apiKey().isNone()).isFalse();
    assertThat(remote("https://elsewhere.example#m", environment).apiKey().isNone()).isTrue();
    assertThat(remote("ollama:m", environment).apiKey().isNone()).isTrue();
  }

  @Test
  void givenABaseUrl_openAiMeansThatServer() {
    var environment = Map.of("OPENAI_API_KEY", "sk-1", "OPENAI_BASE_URL", "https://gate.example/");

    assertThat(remote("openai:m", environment).baseUrl()).hasToString("https://gate.example/v1");
    assertThat(remote("https://gate.example#m", environment).apiKey().isNone()).isFalse();
  }

  @Test
  void givenAReasoningModelOfOpenAi_itsDialectIsSpoken() {
    var environment = Map.of("OPENAI_API_KEY", "sk-1");

    assertThat(remote("openai:o3-mini", environment).dialect()).isEqualTo(Dialect.REASONING);
    assertThat(remote("openai:gpt-5-mini", environment).dialect()).isEqualTo(Dialect.REASONING);
    assertThat(remote("openai:gpt-4o", environment).dialect()).isEqualTo(Dialect.STANDARD);
  }

  @Test
  void givenAKeyAndAPlainUrlBeyondThisMachine_itIsRefusedUnlessAllowed() {
    var key = Map.of("RAPPORT_API_KEY", "sk-1");
    var allowed = Map.of("RAPPORT_API_KEY", "sk-1", "RAPPORT_ALLOW_PLAIN_KEY", "true");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelAddress.parse("http://far.example#m", key))
        .withMessageContaining("far.example")
        .withMessageNotContaining("sk-1");
    assertThat(remote("http://far.example#m", allowed).apiKey().isNone()).isFalse();
    assertThat(remote("http://localhost:1#m", key).apiKey().isNone()).isFalse();
    assertThat(remote("https://far.example#m", key).apiKey().isNone()).isFalse();
  }

  @Test
  void givenAKey_itPrintsAsStars() {
    var config = remote("https://h#m", Map.of("RAPPORT_API_KEY", "sk-secret"));

    assertThat(config.toString()).contains("apiKey=***").doesNotContain("sk-secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of("sk secret"))
        .withMessageNotContaining("secret");
  }
}
