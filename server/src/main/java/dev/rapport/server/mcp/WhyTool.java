package dev.rapport.server.mcp;

import dev.rapport.conversation.Turn;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Page;
import dev.rapport.person.UserId;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Says where a line comes from. */
final class WhyTool implements MemoryTool {
  @Override
  public McpSchema.Tool description() {
    return MemoryTool.reading(
        "why",
        "Where a line of the page comes from: whose it is, stated or inferred, since when, and the"
            + " person's words it was gathered from.",
        Schema.aboutPerson().required("line", "Its id, l7 for instance; read_page shows them."));
  }

  @Override
  public String call(Subject subject, Arguments arguments) {
    Page page = subject.people().page(subject.user());
    Line line = line(page, arguments.requiredText("line"), subject.user());
    StringBuilder told = new StringBuilder();
    told.append(line.id()).append(": ").append(line.text()).append('\n');
    told.append(owner(line.owner())).append(", ");
    told.append(line.basis() == Basis.STATED ? "stated" : "inferred").append(", ");
    told.append(
        line.since().equals(Turn.UNDATED)
            ? "undated"
            : "since " + LocalDate.ofInstant(line.since(), ZoneOffset.UTC));
    told.append(line.author() == Author.USER ? ", written by the person" : "");
    told.append(line.pinned() ? ", pinned" : "");
    line.sources().forEach(source -> told.append("\nsaid: \"").append(source.quote()).append('"'));
    return Shown.data("reasons", told.toString());
  }

  static Line line(Page page, String named, UserId user) {
    LineId id = new LineId(named.startsWith("^") ? named.substring(1) : named);
    return page.line(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "line %s is not on the page of %s at revision %d; read_page shows the ids"
                        .formatted(id, user, page.revision())));
  }

  private static String owner(Owner owner) {
    return switch (owner) {
      case Owner.Self self -> "their own";
      case Owner.Other other -> "somebody else's: " + other.who();
    };
  }
}
