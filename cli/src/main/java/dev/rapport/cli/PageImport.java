package dev.rapport.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes an exported page in. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Takes a page written by \"page export\" in, as a new revision.",
    footer = {"", "Example:", "  rapport page import --user ana ana-page"})
final class PageImport extends UserSession {
  @Parameters(paramLabel = "FOLDER", description = "What \"page export\" wrote.")
  private Path from = Path.of("");

  PageImport(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) throws IOException {
    long revision = workspace.importInto(user(), terminal().workingFolder().resolve(from));
    say("The page is at revision %d.".formatted(revision));
    return DONE;
  }
}
