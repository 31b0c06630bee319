package dev.rapport.local.answer;

import dev.rapport.data.corpus.CorpusMessage;
import dev.rapport.data.corpus.CorpusPart;
import dev.rapport.data.corpus.ImplicitCorpus;
import dev.rapport.local.embed.Reading;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Takes the background from the tuning part of the corpus. */
final class BackgroundFitting {
  private static final double UNSEEN = 4;

  private BackgroundFitting() {}

  /**
   * Rarity is {@code ln(N / (n + 4))} for a token in n of N texts, 0 for signs and stop words. The
   * 4 keeps names, which are rare everywhere, from drowning the rest.
   *
   * @param words of each token of the vocabulary, by number
   */
  static Background fit(
      Function<String, Reading> reader, ImplicitCorpus corpus, List<String> words) {
    List<String> lines = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    List<String> options = new ArrayList<>();
    for (CorpusMessage message : corpus.part(CorpusPart.TUNE)) {
      lines.addAll(PageLines.sentences(message.userText()));
      if (message instanceof CorpusMessage.Revealing revealing) {
        queries.add(revealing.query());
        options.add(revealing.fits());
        options.addAll(revealing.misfits());
      }
    }
    Map<Voice, List<String>> texts = new EnumMap<>(Voice.class);
    texts.put(Voice.LINE, lines);
    texts.put(Voice.QUERY, queries);
    texts.put(Voice.OPTION, options);
    List<Reading> all = texts.values().stream().flatMap(List::stream).map(reader).toList();
    float[] rarity = rarity(all, words);
    return new Background(rarity, centres(texts, new Background(rarity, Map.of()), reader));
  }

  private static float[] rarity(List<Reading> texts, List<String> words) {
    int[] holding = new int[AnswerModel.VOCABULARY];
    for (Reading text : texts) {
      Set<Integer> tokens = new HashSet<>();
      for (int i = 0; i < text.size(); i++) {
        tokens.add(text.token(i));
      }
      tokens.forEach(token -> holding[token]++);
    }
    float[] rarity = new float[AnswerModel.VOCABULARY];
    for (int token = 0; token < rarity.length; token++) {
      String word = words.get(token);
      boolean piece = word.startsWith("##");
      boolean content =
          word.chars().anyMatch(Character::isLetterOrDigit)
              && (piece || (!Words.stems(word).isEmpty() && !word.startsWith("[")));
      rarity[token] = content ? (float) Math.log(texts.size() / (holding[token] + UNSEEN)) : 0;
    }
    return rarity;
  }

  /** The mean content vector of each voice's texts. */
  private static Map<Voice, float[]> centres(
      Map<Voice, List<String>> texts, Background rare, Function<String, Reading> reader) {
    Map<Voice, float[]> centres = new EnumMap<>(Voice.class);
    texts.forEach(
        (voice, said) -> {
          float[] mean = new float[AnswerModel.DIMENSIONS];
          for (String text : said) {
            float[] content = rare.content(reader.apply(text));
            for (int i = 0; i < mean.length; i++) {
              mean[i] += content[i] / said.size();
            }
          }
          centres.put(voice, mean);
        });
    return centres;
  }
}
