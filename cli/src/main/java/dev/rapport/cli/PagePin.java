package dev.rapport.cli;

import dev.rapport.guard.Guarded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps a line as it is. */
@Command(
    name = "pin",
    mixinStandardHelpOptions = true,
    description = "Keeps a line as it is: no model changes or drops it until it is unpinned.",
    footer = {
      "",
      "Examples:",
      "  rapport page pin --user ana --line l7",
      "  rapport page pin --user ana --line l7 --off"
    })
final class PagePin extends UserSession {
  @Option(names = "--line", required = true, paramLabel = "ID", description = "The line.")
  private String line = "";

  @Option(names = "--off", description = "Unpin it.")
  private boolean off;

  PagePin(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Guarded guarded = workspace.control().pin(user(), PageWhy.Lines.id(line), !off);
    return EditReport.of(this, workspace, guarded);
  }
}
