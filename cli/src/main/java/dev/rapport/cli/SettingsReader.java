package dev.rapport.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts flags, environment, file and defaults together. */
final class SettingsReader {
  private final Map<String, String> environment;
  private final Path workingFolder;

  SettingsReader(Map<String, String> environment, Path workingFolder) {
    this.environment = environment;
    this.workingFolder = workingFolder;
  }

  Settings read(GlobalOptions flags) {
    SettingsFile file = file(flags.config);
    String model = pick(flags.model, "model", file).map(this::address).orElse("none");
    return new Settings(
        place(pick(flags.store, "store", file)),
        model,
        pick(flags.answerModel, "answer-model", file).map(this::address).orElse(model),
        pick(null, "user", file).orElse(""),
        pick(null, "writing", file).orElse("patch"),
        pick(null, "tokenizer", file).orElse("o200k"),
        number("cap-tokens", file, 2048),
        number("chunk-tokens", file, 5000),
        file.prices(),
        file.privacy(),
        environment);
  }

  private Optional<String> pick(@Nullable String flag, String key, SettingsFile file) {
    if (flag != null) {
      return Optional.of(flag);
    }
    String variable = "RAPPORT_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .or(() -> file.value(key));
  }

  private int number(String key, SettingsFile file, int fallback) {
    Optional<String> value = pick(null, key, file);
    try {
      return value.map(String::strip).map(Integer::parseInt).orElse(fallback);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "%s is \"%s\"; it must be a whole number".formatted(key, value.orElse("")));
    }
  }

  private SettingsFile file(@Nullable String named) {
    if (named != null) {
      return SettingsFile.read(path(named));
    }
    Path here = workingFolder.resolve("rapport.yaml");
    Path users = folder("XDG_CONFIG_HOME", ".config").resolve("rapport").resolve("rapport.yaml");
    for (Path candidate : new Path[] {here, users}) {
      if (Files.isRegularFile(candidate)) {
        return SettingsFile.read(candidate);
      }
    }
    return SettingsFile.none();
  }

  private Path path(String value) {
    String expanded = value.startsWith("~/") ? home() + value.substring(1) : value;
    return workingFolder.resolve(expanded);
  }

  /** A model's folder is named as seen from here. */
  private String address(String model) {
    return model.startsWith(LocalModel.PREFIX)
        ? LocalModel.PREFIX + path(model.substring(LocalModel.PREFIX.length())).normalize()
        : model;
  }

  private StorePlace place(Optional<String> given) {
    Path usual = folder("XDG_DATA_HOME", ".local/share").resolve("rapport");
    String store = given.orElse("");
    if (store.startsWith("jdbc:postgresql:")) {
      return new StorePlace.PostgresServer(
          store,
          pick(null, "master-key-file", SettingsFile.none())
              .map(this::path)
              .orElse(usual.resolve("master.key")),
          environment);
    }
    if (store.startsWith("jdbc:")) {
      throw new UsageException(
          "store \"%s\" is of no kind known here; give the path of a SQLite file, or %s"
              .formatted(store, "jdbc:postgresql://host/database"));
    }
    return new StorePlace.SqliteFile(
        given.map(this::path).orElseGet(() -> usual.resolve("rapport.db")));
  }

  private Path folder(String variable, String underHome) {
    String value = environment.getOrDefault(variable, "");
    return value.isBlank() ? Path.of(home()).resolve(underHome) : Path.of(value);
  }

  private String home() {
    return environment.getOrDefault("HOME", System.getProperty("user.home", "."));
  }
}
