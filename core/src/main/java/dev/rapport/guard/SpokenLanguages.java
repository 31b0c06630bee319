package dev.rapport.guard;

import dev.rapport.page.Line;
import dev.rapport.page.Page;
import dev.rapport.text.Language;
import dev.rapport.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The languages a person uses: those of what they said and of their page. */
final class SpokenLanguages {
  private static final double VERBATIM = 0.5;
  private static final int LOOKED_AT = 200_000;

  private final Language source;
  private final Language page;
  private final Set<String> words;

  SpokenLanguages(Page page, String sourceText) {
    String head = sourceText.length() > LOOKED_AT ? sourceText.substring(0, LOOKED_AT) : sourceText;
    this.source = Language.of(head);
    this.page =
        Language.of(page.lines().stream().map(Line::text).collect(Collectors.joining("\n")));
    this.words = new LinkedHashSet<>(Words.stems(head));
  }

  /** Words the person used themselves are never foreign. */
  boolean areForeignTo(String text) {
    Language language = Language.of(text);
    boolean differs = language.differsFrom(source) || language.differsFrom(page);
    if (!differs || isLike(language, source) || isLike(language, page)) {
      return false;
    }
    List<String> stems = Words.stems(text);
    long used = stems.stream().filter(words::contains).count();
    return used < VERBATIM * stems.size();
  }

  /** An empty page tells nothing; then the words said decide alone. */
  private static boolean isLike(Language language, Language spoken) {
    return spoken.isSure() && !language.differsFrom(spoken);
  }
}
