package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a key back. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Takes a key back, at once.",
    footer = {"", "Example:", "  rapport keys revoke k3J9"})
final class KeysRevoke extends KeysSession {
  @Parameters(index = "0", paramLabel = "ID", description = "As \"rapport keys list\" shows it.")
  private String id = "";

  KeysRevoke(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    if (!keys(workspace).revoke(id, now())) {
      throw new FailedException(
          "there is no key \"%s\" that holds; \"rapport keys list\" shows them".formatted(id));
    }
    say("Key %s holds no longer.".formatted(id));
    return DONE;
  }
}
