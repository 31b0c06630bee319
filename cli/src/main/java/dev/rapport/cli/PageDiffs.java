package dev.rapport.cli;

import dev.rapport.page.Page;
import dev.rapport.page.PageDiff;
import dev.rapport.page.Revision;
import dev.rapport.person.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what changed. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Shows what changed from one revision to another; by default, the newest change.",
    footer = {
      "",
      "Examples:",
      "  rapport page diff --user ana",
      "  rapport page diff --user ana --from 3 --to 9"
    })
final class PageDiffs extends UserSession {
  @Option(
      names = "--from",
      paramLabel = "N",
      description = "Earlier revision; 0 is the empty page.")
  private @Nullable Long from;

  @Option(names = "--to", paramLabel = "N", description = "Later revision. Default: the newest.")
  private @Nullable Long to;

  PageDiffs(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    UserId user = user();
    Page now = workspace.page(user);
    List<Revision> revisions = workspace.store().revisions(user);
    long last = to == null ? now.revision() : to;
    long first = from == null ? Math.max(0, last - 1) : from;
    PageDiff diff = PageDiff.between(at(first, revisions, now), at(last, revisions, now));
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("from", first);
      result.put("to", last);
      result.put("added", diff.added().stream().map(PageDiffs::entry).toList());
      result.put("removed", diff.removed().stream().map(PageDiffs::entry).toList());
      result.put(
          "changed",
          diff.changed().stream()
              .map(c -> Map.of("before", entry(c.before()), "after", entry(c.after())))
              .toList());
      printJson(result);
      return DONE;
    }
    print("revision %d -> %d".formatted(first, last));
    diff.removed().forEach(line -> print("- %s  %s".formatted(line.id(), line.text())));
    diff.changed()
        .forEach(
            changed -> {
              print("- %s  %s".formatted(changed.before().id(), changed.before().text()));
              print("+ %s  %s".formatted(changed.after().id(), describe(changed)));
            });
    diff.added().forEach(line -> print("+ %s  %s".formatted(line.id(), line.text())));
    return DONE;
  }

  private static String describe(PageDiff.Changed changed) {
    return changed.before().pinned() == changed.after().pinned()
        ? changed.after().text()
        : changed.after().text() + (changed.after().pinned() ? "  (pinned)" : "  (unpinned)");
  }

  private static Map<String, String> entry(dev.rapport.page.Line line) {
    return Map.of("id", line.id().value(), "section", line.section(), "text", line.text());
  }

  private static Page at(long number, List<Revision> revisions, Page now) {
    if (number == 0) {
      return Page.empty(now.user(), now.tokenizer());
    }
    return revisions.stream()
        .filter(revision -> revision.number() == number)
        .findFirst()
        .map(Revision::page)
        .orElseThrow(
            () ->
                new FailedException(
                    "revision %d is not there; \"page history\" lists 1 to %d"
                        .formatted(number, now.revision())));
  }
}
