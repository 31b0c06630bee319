package dev.rapport.local.answer;

import dev.rapport.data.corpus.CorpusMessage;
import dev.rapport.data.corpus.CorpusPart;
import dev.rapport.data.corpus.ImplicitCorpus;
import dev.rapport.local.embed.Reading;
import dev.rapport.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    List<Reading> lines = new ArrayList<>();
    List<Reading> all = new ArrayList<>();
    for (CorpusMessage message : corpus.part(CorpusPart.TUNE)) {
      for (String sentence : TuningData.sentences(message.userText())) {
        lines.add(reader.apply(sentence));
      }
      if (message instanceof CorpusMessage.Revealing revealing) {
        all.add(reader.apply(revealing.query()));
        all.add(reader.apply(revealing.fits()));
        revealing.misfits().forEach(misfit -> all.add(reader.apply(misfit)));
      }
    }
    all.addAll(lines);
    float[] rarity = rarity(all, words);
    return new Background(means(lines, rarity, true), means(lines, rarity, false), rarity);
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

  private static float[] means(List<Reading> lines, float[] rarity, boolean whole) {
    double[] sum = new double[AnswerModel.DIMENSIONS];
    for (Reading line : lines) {
      if (whole) {
        float[] vector = line.whole();
        for (int i = 0; i < sum.length; i++) {
          sum[i] += vector[i];
        }
      } else {
        double[] content = new double[sum.length];
        for (int i = 0; i < line.size(); i++) {
          line.add(i, rarity[line.token(i)], content);
        }
        double[] unit = Background.unit(content);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += unit[i];
        }
      }
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / lines.size());
    }
    return mean;
  }
}
