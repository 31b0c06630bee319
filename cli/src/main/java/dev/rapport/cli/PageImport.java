package dev.rapport.cli;

import dev.rapport.page.Page;
import dev.rapport.store.PageBundle;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {
        "What becomes of a page that is there already: new (there must be none), replace, merge."
            + " Default: ${DEFAULT-VALUE}."
      })
  private PageBundle.Mode mode = PageBundle.Mode.NEW;

  PageImport(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Path source = terminal().workingFolder().resolve(from);
    Page page = workspace.importInto(user(), source, mode);
    say("The page is at revision %d.".formatted(page.revision()));
    return DONE;
  }
}
