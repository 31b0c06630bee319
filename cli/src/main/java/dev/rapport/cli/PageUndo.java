package dev.rapport.cli;

import dev.rapport.page.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Takes the newest change back. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the newest change back, as a new revision; again, and it goes one further back. What"
          + " was forgotten does not come back."
    },
    footer = {"", "Example:", "  rapport page undo --user ana"})
final class PageUndo extends UserSession {
  PageUndo(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Optional<Page> page = workspace.control().undo(user());
    if (page.isEmpty()) {
      throw new FailedException("there is nothing to undo");
    }
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("revision", page.get().revision());
      result.put("lines", page.get().lines().size());
      printJson(result);
    } else {
      say(
          "The page is at revision %d, with %d lines."
              .formatted(page.get().revision(), page.get().lines().size()));
    }
    return DONE;
  }
}
