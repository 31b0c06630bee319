package dev.rapport.provider.openai;

import java.net.URI;
import java.util.Map;

/** Reads model addresses, and decides which key goes where. */
final class ModelAddressParser {
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final String FORMS =
      "none, openai:NAME, ollama:NAME, llamacpp:NAME, lmstudio:NAME, vllm:NAME, URL#NAME or local:DIR";

  private final Map<String, String> environment;

  ModelAddressParser(Map<String, String> environment) {
    this.environment = environment;
  }

  ModelAddress parse(String text) {
    if (text.equals("none")) {
      return new ModelAddress.None();
    }
    if (text.contains("://")) {
      return new ModelAddress.Remote(url(text));
    }
    int colon = text.indexOf(':');
    String server = colon < 0 ? text : text.substring(0, colon);
    String name = colon < 0 ? "" : text.substring(colon + 1);
    return new ModelAddress.Remote(
        switch (server) {
          case "openai" -> openAi(name(text, name));
          case "ollama" -> local(11434, name(text, name));
          case "llamacpp" -> local(8080, name.isEmpty() ? "default" : name);
          case "lmstudio" -> local(1234, name(text, name));
          case "vllm" -> local(8000, name(text, name));
          default -> throw unknown(text);
        });
  }

  private OpenAiConfig openAi(String name) {
    String base = value("OPENAI_BASE_URL");
    var config = OpenAiConfig.of(base.isEmpty() ? OPENAI : base, name);
    String key = keyFor(config.baseUrl());
    if (key.isEmpty() && base.isEmpty()) {
      throw new IllegalArgumentException(
          "model openai:%s needs a key; set OPENAI_API_KEY".formatted(name));
    }
    return keyed(config, key).withDialect(Dialect.ofOpenAi(name));
  }

  private OpenAiConfig local(int port, String name) {
    return keyed(OpenAiConfig.of("http://127.0.0.1:" + port, name), value("RAPPORT_API_KEY"));
  }

  private OpenAiConfig url(String text) {
    int hash = text.indexOf('#');
    if (hash < 0) {
      throw new IllegalArgumentException(
          "\"%s\" names a server but no model; write %s#NAME".formatted(text, text));
    }
    var config = OpenAiConfig.of(text.substring(0, hash), name(text, text.substring(hash + 1)));
    return keyed(config, keyFor(config.baseUrl()));
  }

  private String keyFor(URI url) {
    String ours = value("RAPPORT_API_KEY");
    String base = value("OPENAI_BASE_URL");
    URI openAi = BaseUrl.parse(base.isEmpty() ? OPENAI : base);
    boolean same = url.equals(openAi);
    return ours.isEmpty() && same ? value("OPENAI_API_KEY") : ours;
  }

  private OpenAiConfig keyed(OpenAiConfig config, String key) {
    boolean plain = value("RAPPORT_ALLOW_PLAIN_KEY").equals("true");
    return config.withApiKey(ApiKey.of(key), plain);
  }

  private String value(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private static String name(String text, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "\"%s\" names no model; write one of %s".formatted(text, FORMS));
    }
    return name.strip();
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "\"%s\" is no model address; write one of %s".formatted(text, FORMS));
  }
}
