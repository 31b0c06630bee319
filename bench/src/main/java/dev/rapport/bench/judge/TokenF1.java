package dev.rapport.bench.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * F1 over the words of two answers, as LoCoMo scores (arXiv 2402.17753, sec. 4.1): lower case, no
 * punctuation, no articles, stems.
 */
public final class TokenF1 {
  private static final Analyzer STEMS =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          WhitespaceTokenizer words = new WhitespaceTokenizer();
          return new TokenStreamComponents(words, new PorterStemFilter(words));
        }
      };

  private TokenF1() {}

  /** 0 for no common word, 1 for the same words. */
  public static double of(String answer, String reference) {
    Map<String, Integer> said = words(answer);
    Map<String, Integer> wanted = words(reference);
    int common = 0;
    for (Map.Entry<String, Integer> word : said.entrySet()) {
      common += Math.min(word.getValue(), wanted.getOrDefault(word.getKey(), 0));
    }
    int total = size(said) + size(wanted);
    return total == 0 || common == 0 ? 0 : 2.0 * common / total;
  }

  /** As {@link #of}, where the reference lists several with commas: each against its best. */
  public static double ofList(String answer, String reference) {
    List<String> answers = Arrays.asList(answer.split(","));
    return Arrays.stream(reference.split(","))
        .mapToDouble(wanted -> answers.stream().mapToDouble(it -> of(it, wanted)).max().orElse(0))
        .average()
        .orElse(0);
  }

  private static int size(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> words(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replace(",", "")
            .replaceAll("[\\p{Punct}]", "")
            .replaceAll("\\b(?:a|an|the|and)\\b", " ");
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (TokenStream stems = STEMS.tokenStream("", plain)) {
      CharTermAttribute stem = stems.addAttribute(CharTermAttribute.class);
      stems.reset();
      while (stems.incrementToken()) {
        counts.merge(stem.toString(), 1, Integer::sum);
      }
      stems.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return counts;
  }
}
