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
          "prices");

  private final Map<String, String> values;
  private final Map<String, String> prices;

  private SettingsFile(Map<String, String> values, Map<String, String> prices) {
    this.values = values;
    this.prices = prices;
  }

  static SettingsFile none() {
    return new SettingsFile(Map.of(), Map.of());
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
    root.properties()
        .forEach(
            entry -> {
              if (!KEYS.contains(entry.getKey())) {
                throw new UsageException(
                    "%s: unknown key \"%s\"; known are %s"
                        .formatted(file, entry.getKey(), String.join(", ", KEYS)));
              }
              if (entry.getKey().equals("prices")) {
                entry
                    .getValue()
                    .properties()
                    .forEach(price -> prices.put(price.getKey(), price.getValue().asText()));
              } else {
                values.put(entry.getKey(), entry.getValue().asText());
              }
            });
    return new SettingsFile(values, prices);
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank());
  }

  Map<String, String> prices() {
    return prices;
  }
}
