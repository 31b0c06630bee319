package dev.rapport.control;

import dev.rapport.page.Line;
import java.util.List;

/**
 * What a request to forget would remove.
 *
 * @param request what was asked
 * @param lines of the page that would go
 * @param places elsewhere that hold their words: older revisions, waiting turns, replies
 */
public record ForgetPlan(ForgetRequest request, List<Line> lines, List<String> places) {
  public ForgetPlan {
    lines = List.copyOf(lines);
    places = List.copyOf(places);
  }

  public boolean isEmpty() {
    return lines.isEmpty() && places.isEmpty();
  }
}
