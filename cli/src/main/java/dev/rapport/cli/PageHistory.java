package dev.rapport.cli;

import dev.rapport.page.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** Lists the revisions. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists every change of the page, with when and why.",
    footer = {"", "Example:", "  rapport page history --user ana"})
final class PageHistory extends UserSession {
  PageHistory(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    List<Revision> revisions = workspace.store().revisions(user());
    revisions.forEach(revision -> show(revision));
    if (revisions.isEmpty() && !json()) {
      say("The page has no history yet.");
    }
    return DONE;
  }

  private void show(Revision revision) {
    if (json()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("revision", revision.number());
      entry.put("at", revision.at().toString());
      entry.put("cause", revision.cause().kind().name().toLowerCase(Locale.ROOT));
      entry.put("detail", revision.cause().detail());
      entry.put("added", revision.diff().added().size());
      entry.put("changed", revision.diff().changed().size());
      entry.put("removed", revision.diff().removed().size());
      printJson(entry);
      return;
    }
    print(
        "%4d  %s  %-9s  +%d ~%d -%d  %s"
            .formatted(
                revision.number(),
                revision.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                revision.cause().kind().name().toLowerCase(Locale.ROOT),
                revision.diff().added().size(),
                revision.diff().changed().size(),
                revision.diff().removed().size(),
                revision.cause().detail()));
  }
}
