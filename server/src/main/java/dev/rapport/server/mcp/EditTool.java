package dev.rapport.server.mcp;

import dev.rapport.guard.GuardFinding;
import dev.rapport.guard.Guarded;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.Revision;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes one line because the person asked for it. A line that they wrote or pinned is theirs:
 * changing it takes their agreement, as forgetting does.
 */
final class EditTool implements MemoryTool {
  @Override
  public McpSchema.Tool description() {
    return MemoryTool.changing(
        "edit",
        "Changes the page because the person asks for it: adds a line, replaces its text, removes"
            + " it, pins or unpins it. A line the person wrote or pinned takes a second call with"
            + " the code that the first one gives.",
        Schema.aboutPerson()
            .oneOf("op", "What to do.", "add", "replace", "remove", "pin", "unpin")
            .text("line", "The line's id; not for add.")
            .text("text", "What the line is to say; for add and replace.")
            .text("section", "The heading of a new line.")
            .text("confirm", "The code of the first call, once the person has agreed."));
  }

  @Override
  public String call(Subject subject, Arguments arguments) {
    String op = arguments.requiredText("op");
    if (op.equals("add")) {
      LineDraft draft =
          LineDraft.written(arguments.text("section"), arguments.requiredText("text"));
      return apply(subject, new PageEdit.Add(draft));
    }
    Page page = subject.people().page(subject.user());
    Line line = WhyTool.line(page, arguments.requiredText("line"), subject.user());
    PageEdit edit = edit(op, line, arguments);
    boolean theirs = line.isProtected() && !(edit instanceof PageEdit.Pin);
    String code =
        Agreement.code(
            subject, page.revision(), List.of(op, line.toString(), arguments.text("text")));
    if (theirs && !arguments.text("confirm").equals(code)) {
      return "This line is the person's own.\n\n"
          + Shown.lines(List.of(line))
          + "\n\n"
          + Agreement.ask(code);
    }
    return apply(subject, edit);
  }

  private static PageEdit edit(String op, Line line, Arguments arguments) {
    return switch (op) {
      case "replace" ->
          new PageEdit.Replace(line.id(), line.draft().withText(arguments.requiredText("text")));
      case "remove" -> new PageEdit.Remove(line.id(), "removed by the person");
      case "pin" -> new PageEdit.Pin(line.id());
      case "unpin" -> new PageEdit.Unpin(line.id());
      default ->
          throw new IllegalArgumentException(
              "op \"%s\" is none of add, replace, remove, pin, unpin".formatted(op));
    };
  }

  private static String apply(Subject subject, PageEdit edit) {
    Guarded guarded =
        subject
            .people()
            .control()
            .edit(
                subject.user(),
                page -> List.of(edit),
                new Revision.Cause(Revision.Kind.EDITED, "asked of an assistant"));
    String why =
        guarded.findings().stream().map(GuardFinding::why).collect(Collectors.joining("; "));
    if (guarded.applied().isEmpty()) {
      throw new IllegalArgumentException(
          "the page is unchanged: " + (why.isEmpty() ? "it says so already" : why));
    }
    return "Done: the page is at revision %d.%s"
        .formatted(guarded.page().revision(), why.isEmpty() ? "" : " " + why);
  }
}
