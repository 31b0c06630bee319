package dev.rapport.cli;

import dev.rapport.page.Page;
import picocli.CommandLine.Command;

/** Prints the page. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints the page: everything that is kept about the person.",
    footer = {"", "Example:", "  rapport page show --user ana --json"})
final class PageShow extends UserSession {
  PageShow(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Page page = workspace.page(user());
    if (json()) {
      print(workspace.json(page));
      return DONE;
    }
    print(workspace.markdown(page));
    say(
        "%d lines, %,d of %,d tokens (%s), revision %d"
            .formatted(
                page.lines().size(),
                workspace.tokens(page),
                workspace.capTokens(),
                page.tokenizer(),
                page.revision()));
    return DONE;
  }
}
