package dev.rapport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapport.guard.Guarded;
import dev.rapport.page.Line;
import dev.rapport.page.LineDraft;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import dev.rapport.page.PageMarkdown;
import dev.rapport.page.Revision;
import dev.rapport.person.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes the page in the person's own words. */
@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    description = {
      "Changes the page: in $EDITOR, or with the options below. What a person writes, no model"
          + " changes or drops."
    },
    footer = {
      "",
      "Examples:",
      "  rapport page edit --user ana",
      "  rapport page edit --user ana --line l7 --set \"Prefers tea to coffee\"",
      "  rapport page edit --user ana --line l7 --remove",
      "  rapport page edit --user ana --add \"Vegetarian since spring\" --section \"Food and"
          + " drink\"",
      "  rapport page edit --user ana --file page.md"
    })
final class PageEdits extends UserSession {
  @Option(names = "--line", paramLabel = "ID", description = "The line to change.")
  private @Nullable String line;

  @Option(names = "--set", paramLabel = "TEXT", description = "What the line is to say.")
  private @Nullable String set;

  @Option(names = "--remove", description = "Take the line away; it may be learned again.")
  private boolean remove;

  @Option(names = "--add", paramLabel = "TEXT", description = "A new line.")
  private @Nullable String add;

  @Option(names = "--section", paramLabel = "NAME", description = "The new line's heading.")
  private String section = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The whole page as edited Markdown, from a file or -.")
  private @Nullable String file;

  PageEdits(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Workspace workspace) throws IOException {
    UserId user = user();
    Page shown = workspace.page(user);
    Function<Page, List<PageEdit>> edits = edits(workspace, shown);
    Guarded guarded =
        workspace
            .control()
            .edit(user, edits, new Revision.Cause(Revision.Kind.EDITED, "by the person"));
    return EditReport.of(this, workspace, guarded);
  }

  private Function<Page, List<PageEdit>> edits(Workspace workspace, Page shown) throws IOException {
    checkOptions();
    if (line != null) {
      return changeLine(shown, line);
    }
    String text = add;
    if (text != null) {
      LineDraft draft = LineDraft.written(section, text);
      return page -> List.of(new PageEdit.Add(draft));
    }
    String markdown = file == null ? inEditor(workspace.markdown(shown)) : content(file);
    // Edits are meant against the page that was shown, also if it has moved on meanwhile.
    List<PageEdit> edits = PageMarkdown.parse(markdown, shown);
    return page -> edits;
  }

  private void checkOptions() {
    if (line == null && (set != null || remove)) {
      throw new UsageException(
          "say which line: --line ID, as \"page show\" has it behind each line");
    }
    long ways = Stream.of(line, add, file).filter(Objects::nonNull).count();
    if (ways > 1) {
      throw new UsageException("--line, --add and --file are three ways of editing; give one");
    }
  }

  private Function<Page, List<PageEdit>> changeLine(Page shown, String typed) {
    Line old = PageWhy.Lines.require(shown, typed);
    String text = set;
    if (remove == (text != null)) {
      throw new UsageException(
          "say what to do with line %s: --set TEXT or --remove".formatted(typed));
    }
    return page ->
        List.of(
            text == null
                ? new PageEdit.Remove(old.id(), "removed by the person")
                : new PageEdit.Replace(old.id(), old.draft().withText(text)));
  }

  private String content(String name) throws IOException {
    return name.equals("-")
        ? new String(terminal().in().readAllBytes(), UTF_8)
        : Files.readString(terminal().workingFolder().resolve(name));
  }

  private String inEditor(String markdown) throws IOException {
    String editor =
        terminal()
            .environment()
            .getOrDefault("VISUAL", terminal().environment().getOrDefault("EDITOR", ""));
    if (editor.isBlank()) {
      throw new UsageException("no editor: set EDITOR, or use --set, --add, --remove or --file");
    }
    Path copy = Files.createTempFile("rapport-page", ".md");
    try {
      Files.writeString(copy, markdown);
      int status =
          new ProcessBuilder("sh", "-c", editor + " \"$1\"", "sh", copy.toString())
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw new FailedException(
            "the editor \"%s\" ended with status %d; nothing was changed"
                .formatted(editor, status));
      }
      return Files.readString(copy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException("interrupted; nothing was changed");
    } finally {
      Files.delete(copy);
    }
  }
}
