package dev.rapport.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a person's page and what belongs to it into a folder. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes everything held of the person into a folder: page.md to read, page.json to import"
          + " elsewhere."
    },
    footer = {"", "Example:", "  rapport page export --user ana --out ana-page"})
final class PageExport extends UserSession {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Where to; a name ending in .zip makes an archive.")
  private Path out = Path.of("");

  PageExport(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Path folder = terminal().workingFolder().resolve(out);
    workspace.export(user(), folder);
    say("Written to %s.".formatted(folder));
    return DONE;
  }
}
