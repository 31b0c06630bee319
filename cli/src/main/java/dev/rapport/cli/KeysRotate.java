package dev.rapport.cli;

import dev.rapport.store.ApiKeys;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renews a key. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a key with the same rights and prints its secret; the old one holds a while longer."
    },
    footer = {"", "Example:", "  rapport keys rotate k3J9 --hours 24"})
final class KeysRotate extends KeysSession {
  @Parameters(index = "0", paramLabel = "ID", description = "As \"rapport keys list\" shows it.")
  private String id = "";

  @Option(
      names = "--hours",
      defaultValue = "24",
      paramLabel = "N",
      description = "How long the old one still holds. Default: ${DEFAULT-VALUE}.")
  private long hours;

  KeysRotate(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Instant now = now();
    ApiKeys.Issued issued =
        keys(workspace)
            .rotate(id, now, now.plus(Duration.ofHours(atLeast(0, "--hours", hours))))
            .orElseThrow(
                () ->
                    new FailedException(
                        "there is no key \"%s\" that holds; \"rapport keys list\" shows them"
                            .formatted(id)));
    show(issued);
    return DONE;
  }
}
