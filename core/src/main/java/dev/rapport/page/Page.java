package dev.rapport.page;

import dev.rapport.person.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a memory holds about one person.
 *
 * @param user whose page it is
 * @param lines in the order they are shown within their sections
 * @param tokenizer names the counter its cap is measured with
 * @param revision 0 for an empty page nobody has written on; grows by one with every change
 * @param nextLine the number the next new line gets
 */
public record Page(UserId user, List<Line> lines, String tokenizer, long revision, int nextLine) {
  public Page {
    lines = List.copyOf(lines);
    Set<LineId> ids = new LinkedHashSet<>();
    for (Line line : lines) {
      if (!ids.add(line.id())) {
        throw new IllegalArgumentException("page has line %s twice".formatted(line.id()));
      }
      if (line.id().number() >= nextLine) {
        throw new IllegalArgumentException(
            "line %s is not below the page's next line number %d".formatted(line.id(), nextLine));
      }
    }
  }

  public static Page empty(UserId user, String tokenizer) {
    return new Page(user, List.of(), tokenizer, 0, 1);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  public Optional<Line> line(LineId id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** Headings in the order they first appear. */
  public List<String> sections() {
    return lines.stream().map(Line::section).distinct().toList();
  }

  /** The same page one revision on, with these lines. */
  public Page next(List<Line> newLines, int newNextLine) {
    return new Page(user, newLines, tokenizer, revision + 1, newNextLine);
  }
}
