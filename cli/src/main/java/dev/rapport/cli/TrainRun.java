package dev.rapport.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every run with a model. No type of the trainer stands here: any JDK loads it. */
final class TrainRun {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "The folder it is in: config.json, safetensors, tokenizer.")
  String model = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "RUN",
      description = "The run's folder; made if need be.")
  String out = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all that is drawn. Default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Mixin TrainEngine engine = new TrainEngine();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file. Default: rapport.yaml here or in the user's config folder.")
  @Nullable String config;

  @Option(names = "--json", description = "Machine-readable output on stdout.")
  boolean json;

  Settings settings(Terminal terminal) {
    GlobalOptions options = new GlobalOptions();
    options.config = config;
    options.model = "none";
    return new SettingsReader(terminal.environment(), terminal.workingFolder()).read(options);
  }
}
