package dev.rapport.local.write;

import dev.rapport.conversation.Turn;
import dev.rapport.local.language.Sentence;
import dev.rapport.local.language.TurnText;
import dev.rapport.local.language.Words;
import dev.rapport.model.Embedder;
import dev.rapport.page.LineDraft;
import dev.rapport.page.Owner;
import dev.rapport.page.Sensitivity;
import dev.rapport.page.Source;
import java.util.ArrayList;
import java.util.List;

/** Makes lines of the findings of one turn; neighbours of one voice share a line if they fit. */
final class LineMaker {
  private final Embedder embedder;
  private final Headings headings;
  private final Labels labels;

  LineMaker(Embedder embedder, Headings headings, Labels labels) {
    this.embedder = embedder;
    this.headings = headings;
    this.labels = labels;
  }

  /**
   * @param findings in the order they stand in the turn
   */
  List<MadeLine> of(TurnText turn, List<Finding> findings) {
    List<MadeLine> made = new ArrayList<>();
    int from = 0;
    while (from < findings.size()) {
      int to = from + 1;
      while (to < findings.size() && fitTogether(turn, findings, from, to)) {
        to++;
      }
      line(turn, findings.subList(from, to), made);
      from = to;
    }
    return made;
  }

  private static boolean fitTogether(TurnText turn, List<Finding> findings, int from, int to) {
    Sentence first = findings.get(from).clause().sentence();
    Sentence last = findings.get(to - 1).clause().sentence();
    Sentence next = findings.get(to).clause().sentence();
    return last.block() == next.block()
        && findings.get(from).own() == findings.get(to).own()
        && turn.sentences().indexOf(next) == turn.sentences().indexOf(last) + 1
        && Words.of(turn.text().substring(first.start(), next.end())).size() <= LineText.MOST_WORDS;
  }

  private void line(TurnText turn, List<Finding> together, List<MadeLine> made) {
    Finding best = together.getFirst();
    for (Finding finding : together) {
      best = finding.salience() > best.salience() ? finding : best;
    }
    int start = together.getFirst().clause().sentence().start();
    int end = together.getLast().clause().sentence().end();
    String said = turn.text().substring(start, end);
    String words = said.substring(LeadIn.length(said));
    String text = LineText.of(words);
    if (!text.isBlank()) {
      float[] vector = withoutLeadIn(best);
      made.add(new MadeLine(draft(turn, best, vector, text, words), vector));
    }
  }

  private float[] withoutLeadIn(Finding finding) {
    String sentence = finding.clause().sentence().text();
    int from = LeadIn.length(sentence);
    return from == 0 ? finding.vector() : embedder.embed(sentence.substring(from));
  }

  private LineDraft draft(
      TurnText turn, Finding finding, float[] vector, String text, String words) {
    Turn from = finding.turn();
    Sensitivity sensitivity = labels.sensitivity(finding);
    return new LineDraft(
        section(finding, vector, sensitivity),
        text,
        finding.own() ? Owner.self() : Owner.other(Whose.of(turn, finding.clause().sentence())),
        Labels.basis(finding),
        Labels.kind(finding, sensitivity),
        sensitivity,
        from.at(),
        List.of(new Source(from.id(), LineText.cut(words))));
  }

  private String section(Finding finding, float[] vector, Sensitivity sensitivity) {
    if (!finding.own()) {
      return Headings.OTHERS;
    }
    if (!labels.isPlainlySensitive(finding)) {
      return headings.nearest(vector);
    }
    return switch (sensitivity) {
      case HEALTH -> Headings.HEALTH;
      case THERAPY -> Headings.MIND;
      case ORDINARY -> headings.nearest(vector);
    };
  }
}
