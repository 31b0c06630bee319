package dev.rapport.train.job;

import dev.rapport.train.sft.Example;
import java.util.Arrays;
import java.util.List;

/** A conversation that grows reply by reply, and which of its ids are learned. */
final class Tokens {
  private int[] ids = new int[0];
  private boolean[] learned = new boolean[0];

  /** Whether what is here so far is how the prompt begins. */
  boolean begins(int[] prompt) {
    return prompt.length >= ids.length && Arrays.equals(ids, 0, ids.length, prompt, 0, ids.length);
  }

  /** The whole prompt of the next reply, of which the beginning may be here. */
  void read(int[] prompt) {
    learned = Arrays.copyOf(learned, prompt.length);
    ids = prompt.clone();
  }

  void learn(int[] reply) {
    int from = ids.length;
    ids = Arrays.copyOf(ids, from + reply.length);
    System.arraycopy(reply, 0, ids, from, reply.length);
    learned = Arrays.copyOf(learned, ids.length);
    Arrays.fill(learned, from, ids.length, true);
  }

  /** Hands over what is here and begins anew. */
  void flush(List<Example> examples) {
    if (ids.length > 0) {
      examples.add(new Example(ids, learned));
    }
    ids = new int[0];
    learned = new boolean[0];
  }
}
