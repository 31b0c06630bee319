package dev.rapport.guard;

import dev.rapport.page.LineId;
import dev.rapport.page.Page;
import dev.rapport.page.PageEdit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which edits are still visible once lines were dropped for the cap. */
final class Applied {
  private Applied() {}

  static List<PageEdit> of(List<PageEdit> allowed, Page base, Page page) {
    Set<String> texts =
        page.lines().stream()
            .map(line -> line.text())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<LineId> ids =
        page.lines().stream()
            .map(line -> line.id())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return page.revision() == base.revision()
        ? allowed.stream().filter(PageEdit.Forget.class::isInstance).toList()
        : allowed.stream().filter(edit -> isVisible(edit, texts, ids)).toList();
  }

  private static boolean isVisible(PageEdit edit, Set<String> texts, Set<LineId> ids) {
    return switch (edit) {
      case PageEdit.Add add -> texts.contains(add.line().text());
      case PageEdit.Replace replace -> ids.contains(replace.id());
      case PageEdit.Remove remove -> true;
      case PageEdit.Forget forget -> true;
      case PageEdit.Pin pin -> true;
      case PageEdit.Unpin unpin -> true;
    };
  }
}
