package dev.rapport.train.java;

import dev.rapport.train.model.ModelConfig;
import dev.rapport.train.policy.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences that are computed at once.
 *
 * @param first place in the batch of its first sequence
 * @param places rows whose next token is scored, [scored]
 * @param targets those tokens, [scored]
 * @param starts where each sequence's scores begin, and their number at the end, [sequences + 1]
 */
record MicroBatch(int first, Rows rows, int[] places, int[] targets, int[] starts) {
  /** Tokens of one micro-batch, unless a single sequence has more. */
  private static final int TOKENS = 8192;

  static List<MicroBatch> split(ModelConfig config, List<Sequence> batch) {
    var parts = new ArrayList<MicroBatch>();
    for (int from = 0; from < batch.size(); ) {
      int to = from;
      int tokens = 0;
      do {
        int[] sequence = batch.get(to++).tokens();
        Checks.tokens(config, sequence, sequence.length);
        tokens += sequence.length;
      } while (to < batch.size() && tokens + batch.get(to).tokens().length <= TOKENS);
      parts.add(of(from, batch.subList(from, to)));
      from = to;
    }
    return parts;
  }

  private static MicroBatch of(int first, List<Sequence> batch) {
    Rows rows = Rows.of(batch.stream().map(Sequence::tokens).toList());
    var starts = new int[batch.size() + 1];
    for (int i = 0; i < batch.size(); i++) {
      starts[i + 1] = starts[i] + batch.get(i).scored();
    }
    var places = new int[starts[batch.size()]];
    var targets = new int[places.length];
    for (int i = 0; i < batch.size(); i++) {
      for (int t = 0; t < batch.get(i).scored(); t++) {
        // A token is foretold by the state of the one before it.
        places[starts[i] + t] = rows.starts()[i] + batch.get(i).prompt() + t - 1;
        targets[starts[i] + t] = batch.get(i).tokens()[batch.get(i).prompt() + t];
      }
    }
    return new MicroBatch(first, rows, places, targets, starts);
  }

  int size() {
    return starts.length - 1;
  }

  int start(int sequence) {
    return starts[sequence];
  }

  int scored(int sequence) {
    return starts[sequence + 1] - starts[sequence];
  }

  /** One sequence's part of what is one number per score. */
  float[] of(int sequence, float[] scores) {
    return Arrays.copyOfRange(scores, starts[sequence], starts[sequence + 1]);
  }
}
