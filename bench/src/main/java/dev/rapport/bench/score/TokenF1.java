package dev.rapport.bench.score;

import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Overlap of words between a reply and a gold answer, as LoCoMo scores (arXiv 2402.17753, sec.
 * 4.1): the harmonic mean of precision and recall over stems. Ours are the stems of {@link Words},
 * which leave out more little words than the Porter stems of the published script, so the two
 * differ somewhat.
 */
final class TokenF1 {
  private TokenF1() {}

  /** 0 to 1; 0 where either has no words. */
  static double of(String reply, String gold) {
    List<String> said = Words.stems(reply);
    List<String> wanted = new ArrayList<>(Words.stems(gold));
    int all = wanted.size();
    int common = 0;
    for (String stem : said) {
      common += wanted.remove(stem) ? 1 : 0;
    }
    return common == 0 ? 0 : 2.0 * common / (said.size() + all);
  }

  /** As {@link #of}, where the gold answer lists several with commas: each against its best. */
  static double ofList(String reply, String gold) {
    List<String> replies = Arrays.asList(reply.split(","));
    return Arrays.stream(gold.split(","))
        .mapToDouble(wanted -> replies.stream().mapToDouble(r -> of(r, wanted)).max().orElse(0))
        .average()
        .orElse(0);
  }
}
