package dev.rapport.local.answer;

import dev.rapport.page.Line;
import dev.rapport.page.Owner;
import java.util.List;
import java.util.Locale;

/** Puts answers into words that do not claim more than was done. */
final class Wording {
  private Wording() {}

  static String chosen(String option, double confidence, List<Line> speaking) {
    StringBuilder text = new StringBuilder(option);
    if (speaking.isEmpty()) {
      return text.append("\n\nA guess: no line of the page speaks for one of the options.")
          .toString();
    }
    text.append(
        String.format(Locale.ROOT, "%n%nChosen (%.0f%% sure) because of:", 100 * confidence)
            .replace(System.lineSeparator(), "\n"));
    speaking.forEach(line -> text.append("\n- ").append(line.text()));
    return text.toString();
  }

  static String reply(List<Line> near) {
    if (near.isEmpty()) {
      return "Nothing on the page bears on this question. (Looked up without a language model.)";
    }
    StringBuilder text =
        new StringBuilder(
            "This is looked up, not written: the page's lines nearest to the question.");
    for (Line line : near) {
      text.append("\n- ").append(line.text());
      if (line.owner() instanceof Owner.Other other) {
        text.append(" (about ").append(other.who()).append(')');
      }
    }
    return text.toString();
  }
}
