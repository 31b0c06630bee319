package dev.rapport.fakeserver;

import java.util.List;
import java.util.StringTokenizer;
import java.util.function.ToIntFunction;

/**
 * @param models names it serves
 * @param apiKey what clients must show; empty for none
 * @param mostBodyBytes longest request body it takes, in bytes
 * @param flavour which server it passes for
 * @param completionTokensOnly whether {@code max_tokens} is refused, as reasoning models do
 * @param tokenCounter counts the tokens of a text
 */
public record FakeServerConfig(
    List<String> models,
    String apiKey,
    long mostBodyBytes,
    Flavour flavour,
    boolean completionTokensOnly,
    ToIntFunction<String> tokenCounter) {
  /** One model, "fake", no key; words count as tokens. */
  public static final FakeServerConfig DEFAULT =
      new FakeServerConfig(
          List.of("fake"),
          "",
          16 * 1024 * 1024,
          Flavour.OPENAI,
          false,
          text -> new StringTokenizer(text).countTokens());

  public FakeServerConfig {
    models = List.copyOf(models);
  }

  public FakeServerConfig withModels(String... names) {
    return new FakeServerConfig(
        List.of(names), apiKey, mostBodyBytes, flavour, completionTokensOnly, tokenCounter);
  }

  public FakeServerConfig withApiKey(String key) {
    return new FakeServerConfig(
        models, key, mostBodyBytes, flavour, completionTokensOnly, tokenCounter);
  }

  public FakeServerConfig withMostBodyBytes(long bytes) {
    return new FakeServerConfig(models, apiKey, bytes, flavour, completionTokensOnly, tokenCounter);
  }

  public FakeServerConfig withFlavour(Flavour value) {
    return new FakeServerConfig(
        models, apiKey, mostBodyBytes, value, completionTokensOnly, tokenCounter);
  }

  public FakeServerConfig withCompletionTokensOnly() {
    return new FakeServerConfig(models, apiKey, mostBodyBytes, flavour, true, tokenCounter);
  }

  public FakeServerConfig withTokenCounter(ToIntFunction<String> counter) {
    return new FakeServerConfig(
        models, apiKey, mostBodyBytes, flavour, completionTokensOnly, counter);
  }
}
