package dev.rapport.cli;

import dev.rapport.conversation.Turn;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says for each line where it comes from. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description =
        "Says where lines come from: the turns, in a short quote, whose taste, since when.",
    footer = {
      "",
      "Examples:",
      "  rapport page why --user ana",
      "  rapport page why --user ana --line l7"
    })
final class PageWhy extends UserSession {
  @Option(names = "--line", paramLabel = "ID", description = "One line; all of them otherwise.")
  private @Nullable String line;

  PageWhy(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) {
    Page page = workspace.page(user());
    List<Line> lines = line == null ? page.lines() : List.of(Lines.require(page, line));
    if (json()) {
      print(
          workspace.json(
              new Page(page.user(), lines, page.tokenizer(), page.revision(), page.nextLine())));
      return DONE;
    }
    lines.forEach(this::explain);
    return DONE;
  }

  private void explain(Line one) {
    print("%s  %s".formatted(one.id(), one.text()));
    print("    %s".formatted(standing(one)));
    if (one.sources().isEmpty()) {
      print("    written by the person");
    }
    one.sources()
        .forEach(source -> print("    \"%s\"  (turn %s)".formatted(source.quote(), source.turn())));
    print("");
  }

  private static String standing(Line line) {
    String owner =
        switch (line.owner()) {
          case Owner.Self self -> "their own";
          case Owner.Other other -> "somebody else's: " + other.who();
        };
    String basis = line.basis() == Basis.STATED ? "stated" : "inferred";
    String since =
        line.since().equals(Turn.UNDATED)
            ? "undated"
            : "since " + LocalDate.ofInstant(line.since(), ZoneOffset.UTC);
    String author = line.author() == Author.USER ? ", in their own words" : "";
    return "%s, %s, %s%s%s".formatted(owner, basis, since, author, line.pinned() ? ", pinned" : "");
  }

  /** Finds lines by what was typed. */
  static final class Lines {
    private Lines() {}

    static LineId id(String typed) {
      try {
        return new LineId(typed.startsWith("^") ? typed.substring(1) : typed);
      } catch (IllegalArgumentException e) {
        throw new UsageException(e);
      }
    }

    static Line require(Page page, String typed) {
      LineId id = id(typed);
      return page.line(id)
          .orElseThrow(
              () ->
                  new FailedException(
                      "line %s is not on the page of %s (revision %d); \"page show\" prints the ids"
                          .formatted(id, page.user(), page.revision())));
    }
  }
}
