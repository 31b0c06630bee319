package dev.rapport.local.answer;

import dev.rapport.local.embed.BgeSmall;
import dev.rapport.page.Line;
import java.util.Comparator;
import java.util.List;

/**
 * A recall's lines of one sort of owner, ready to be weighed.
 *
 * @param told one per line, in the lines' order
 */
record PageLines(List<Line> lines, List<Told> told) {
  private static final Comparator<Line> OLDEST_FIRST =
      Comparator.comparing(Line::since).thenComparingInt(line -> line.id().number());

  static PageLines of(List<Line> lines, BgeSmall bge, Background background) {
    List<Line> byAge = lines.stream().sorted(OLDEST_FIRST).toList();
    double last = lines.size() - 1.0;
    List<Told> told =
        lines.stream()
            .map(
                line ->
                    new Told(
                        background.view(bge.read(line.text())),
                        line.text().length(),
                        last == 0 ? 0.5 : byAge.indexOf(line) / last))
            .toList();
    return new PageLines(lines, told);
  }
}
