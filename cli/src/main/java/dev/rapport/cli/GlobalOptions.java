package dev.rapport.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options every command takes; those not given come from the environment or rapport.yaml. */
final class GlobalOptions {
  @Option(
      names = "--store",
      paramLabel = "PATH|URL",
      description =
          "Where memories are kept: a SQLite file, or jdbc:postgresql://HOST/DATABASE (its user,"
              + " password and key in RAPPORT_STORE_USER, RAPPORT_STORE_PASSWORD and"
              + " RAPPORT_MASTER_KEY). Default: RAPPORT_STORE, rapport.yaml, or"
              + " rapport/rapport.db in the user's data folder.")
  @Nullable String store;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "none (the built-in engine: no key, no network), openai:NAME, ollama:NAME, URL#NAME, or"
              + " local:DIR (a model's folder, computed here). Default: RAPPORT_MODEL, rapport.yaml, or none.")
  @Nullable String model;

  @Option(
      names = "--answer-model",
      paramLabel = "MODEL",
      description = "The model that answers, when it is not the one that writes.")
  @Nullable String answerModel;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file. Default: rapport.yaml here or in the user's config folder.")
  @Nullable String config;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  boolean json;
}
