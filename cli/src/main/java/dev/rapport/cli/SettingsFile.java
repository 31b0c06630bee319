package dev.rapport.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rapport.yaml. Unknown keys are errors, since a misspelt one would be ignored otherwise. */
final class SettingsFile {
  private static final String PRICES = "prices";
  private static final String PRIVACY = "privacy";
  private static final List<String> KEYS =
      List.of(
          "store",
          "model",
          "answer-model",
          "user",
          "writing",
          "tokenizer",
          "cap-tokens",
          "chunk-tokens",
          PRICES,
          PRIVACY);

  private final Map<String, String> values;
  private final Map<String, String> prices;
  private final Map<String, String> privacy;

  private SettingsFile(
      Map<String, String> values, Map<String, String> prices, Map<String, String> privacy) {
    this.values = values;
    this.prices = prices;
    this.privacy = privacy;
  }

  static SettingsFile none() {
    return new SettingsFile(Map.of(), Map.of(), Map.of());
  }

  static SettingsFile read(Path file) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw new UsageException("%s is not YAML: %s".formatted(file, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> prices = new LinkedHashMap<>();
    Map<String, String> privacy = new LinkedHashMap<>();
    root.properties()
        .forEach(
            entry -> {
              if (!KEYS.contains(entry.getKey())) {
                throw new UsageException(
                    "%s: unknown key \"%s\"; known are %s"
                        .formatted(file, entry.getKey(), String.join(", ", KEYS)));
              }
              switch (entry.getKey()) {
                case PRICES -> take(entry.getValue(), prices);
                case PRIVACY -> take(entry.getValue(), privacy);
                default -> values.put(entry.getKey(), entry.getValue().asText());
              }
            });
    return new SettingsFile(values, prices, privacy);
  }

  private static void take(JsonNode from, Map<String, String> into) {
    from.properties().forEach(entry -> into.put(entry.getKey(), entry.getValue().asText()));
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }

  Map<String, String> prices() {
    return prices;
  }

  Map<String, String> privacy() {
    return privacy;
  }
}
