package dev.rapport.cli;

import dev.rapport.person.UserId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes a person. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = "Removes the person and everything held of them, their key included.",
    footer = {"", "Example:", "  rapport page erase --user ana --yes"})
final class PageErase extends UserSession {
  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  PageErase(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    UserId user = user();
    confirm(yes, "Erasing " + user);
    workspace.control().erase(user);
    say("Nothing is held of %s any more.".formatted(user));
    return DONE;
  }
}
