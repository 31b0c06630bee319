package dev.rapport.data.personamem;

/**
 * The generator behind Python's {@code random}: MT19937 (Matsumoto and Nishimura, 1998), seeded by
 * a whole number as Python does. Not safe for several threads.
 */
public final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  /** As after {@code random.seed(seed)}. */
  public MersenneTwister(long seed) {
    long size = Math.abs(seed);
    int[] key =
        size >>> 32 == 0 ? new int[] {(int) size} : new int[] {(int) size, (int) (size >>> 32)};
    start();
    mix(key);
  }

  private void start() {
    state[0] = 19650218;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  private void mix(int[] key) {
    int i = 1;
    for (int k = 0; k < SIZE; k++) {
      int j = k % key.length;
      state[i] = (state[i] ^ (state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525) + key[j] + j;
      i = following(i);
    }
    for (int k = 1; k < SIZE; k++) {
      state[i] = (state[i] ^ (state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941) - i;
      i = following(i);
    }
    state[0] = 0x80000000;
  }

  private int following(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  /** The next 32 bits. */
  public int next() {
    if (next == SIZE) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      int twisted = (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
      state[i] = state[(i + SHIFT) % SIZE] ^ twisted;
    }
    next = 0;
  }

  /**
   * A whole number below the bound, drawn as {@code random.shuffle} draws: the top bits, again
   * until they are small enough.
   *
   * @param bound at least 1
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound %d; it must be at least 1".formatted(bound));
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(bound);
    int drawn;
    do {
      drawn = next() >>> (Integer.SIZE - bits);
    } while (drawn >= bound);
    return drawn;
  }
}
