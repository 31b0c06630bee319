package dev.rapport.memory;

import dev.rapport.model.Usage;
import dev.rapport.page.LineId;
import java.util.List;

/** What an answerer made of a question with options. */
public sealed interface Choice {
  /** The answer in the answerer's words. */
  String text();

  /** Tokens spent; {@link Usage#UNREPORTED} where no model was called. */
  Usage usage();

  /**
   * @param option counts from 0 in the order the options were given
   * @param confidence probability that it suits the person, 0 to 1
   * @param lines of the page that spoke for it, the strongest first
   */
  record Chosen(int option, double confidence, List<LineId> lines, String text, Usage usage)
      implements Choice {
    public Chosen {
      if (option < 0 || !(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException(
            "option %d with confidence %s: option counts from 0, confidence is 0 to 1"
                .formatted(option, confidence));
      }
      lines = List.copyOf(lines);
    }

    /** {@code A} for option 0, and so on. */
    public String letter() {
      return Options.letter(option);
    }
  }

  /**
   * A reply that names no option; not the same as a wrong one.
   *
   * @param text the reply
   */
  record Unparsed(String text, Usage usage) implements Choice {}
}
