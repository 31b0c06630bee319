package dev.rapport.train.grpo;

import dev.rapport.train.policy.LossGradient;
import dev.rapport.train.policy.Sequence;
import dev.rapport.train.rollout.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conversations without their doubles. Rollouts of a group read the same first chunk, and a sure
 * policy writes the same page over it again and again; the model need score each such conversation
 * but once, since losses add up: the gradient of a log-probability is the sum over the doubles.
 *
 * @param sequences each once, in the order of their first mention
 * @param rows for each sequence, the conversations that it stands for
 */
record Unique(List<Sequence> sequences, List<List<Integer>> rows) {
  Unique {
    sequences = List.copyOf(sequences);
    rows = rows.stream().map(List::copyOf).toList();
  }

  static Unique of(List<Exchange> exchanges) {
    Map<Text, List<Integer>> places = new LinkedHashMap<>();
    var sequences = new ArrayList<Sequence>();
    for (int i = 0; i < exchanges.size(); i++) {
      Sequence sequence = exchanges.get(i).sequence();
      var text = new Text(sequence.prompt(), sequence.tokens());
      if (!places.containsKey(text)) {
        places.put(text, new ArrayList<>());
        sequences.add(sequence);
      }
      places.get(text).add(i);
    }
    return new Unique(sequences, List.copyOf(places.values()));
  }

  /** What was computed for each sequence, for each conversation. */
  float[][] spread(float[][] bySequence) {
    var byRow = new float[rows.stream().mapToInt(List::size).sum()][];
    for (int i = 0; i < bySequence.length; i++) {
      for (int row : rows.get(i)) {
        byRow[row] = bySequence[i];
      }
    }
    return byRow;
  }

  /** A loss of conversations as a loss of sequences. */
  LossGradient gather(LossGradient loss) {
    return (sequence, logProbs, gradient) -> {
      double sum = 0;
      for (int row : rows.get(sequence)) {
        var part = new float[gradient.length];
        sum += loss.apply(row, logProbs, part);
        for (int t = 0; t < part.length; t++) {
          gradient[t] += part[t];
        }
      }
      return sum;
    };
  }

  /** Tokens by their content. */
  private record Text(int prompt, int[] tokens) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Text text
          && text.prompt == prompt
          && Arrays.equals(text.tokens, tokens);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(tokens) + prompt;
    }

    @Override
    public String toString() {
      return Arrays.toString(tokens);
    }
  }
}
