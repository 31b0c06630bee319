package dev.rapport.train.java;

import java.util.List;

/**
 * Sequences one after the other, without padding: row r of every matrix belongs to token r.
 *
 * @param tokens [rows]
 * @param positions each token's place in its own sequence, [rows]
 * @param starts first row of each sequence, and the number of rows at the end, [sequences + 1]
 */
record Rows(int[] tokens, int[] positions, int[] starts) {
  static Rows of(List<int[]> sequences) {
    var starts = new int[sequences.size() + 1];
    for (int i = 0; i < sequences.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], sequences.get(i).length);
    }
    var tokens = new int[starts[sequences.size()]];
    var positions = new int[tokens.length];
    for (int i = 0; i < sequences.size(); i++) {
      int length = sequences.get(i).length;
      System.arraycopy(sequences.get(i), 0, tokens, starts[i], length);
      for (int t = 0; t < length; t++) {
        positions[starts[i] + t] = t;
      }
    }
    return new Rows(tokens, positions, starts);
  }

  int count() {
    return tokens.length;
  }

  int sequences() {
    return starts.length - 1;
  }

  int length(int sequence) {
    return starts[sequence + 1] - starts[sequence];
  }
}
