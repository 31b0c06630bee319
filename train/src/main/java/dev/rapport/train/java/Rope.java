package dev.rapport.train.java;

/**
 * Rotary positions in the "rotate half" form: the pair (x[i], x[i + half]) of every head is turned
 * by {@code position / theta^(2 i / size)}. Backward turns back.
 *
 * <p>Angles are computed in 32 bits as the published models were trained with.
 */
final class Rope {
  private static final int RUN = 64;

  private final int size;
  private final double theta;
  private float[] cosines = new float[0];
  private float[] sines = new float[0];

  Rope(int headSize, double theta) {
    this.size = headSize;
    this.theta = theta;
  }

  /** x [rows, heads * size], in place. */
  void forward(Workers workers, float[] x, int heads, int[] positions, int rows) {
    turn(workers, x, heads, positions, rows, 1);
  }

  void backward(Workers workers, float[] dx, int heads, int[] positions, int rows) {
    turn(workers, dx, heads, positions, rows, -1);
  }

  private void turn(
      Workers workers, float[] x, int heads, int[] positions, int rows, float direction) {
    int last = 0;
    for (int row = 0; row < rows; row++) {
      last = Math.max(last, positions[row]);
    }
    reach(last);
    int half = size / 2;
    workers.run(
        (rows + RUN - 1) / RUN,
        run -> {
          for (int row = run * RUN; row < Math.min(rows, (run + 1) * RUN); row++) {
            int angle = positions[row] * half;
            for (int head = 0; head < heads; head++) {
              int at = (row * heads + head) * size;
              for (int i = 0; i < half; i++) {
                float cos = cosines[angle + i];
                float sin = sines[angle + i] * direction;
                float a = x[at + i];
                float b = x[at + half + i];
                x[at + i] = a * cos - b * sin;
                x[at + half + i] = b * cos + a * sin;
              }
            }
          }
        });
  }

  /** Extends the tables to a position. */
  private void reach(int position) {
    int half = size / 2;
    int known = cosines.length / half;
    if (position < known) {
      return;
    }
    int count = Math.max(position + 1, 2 * known);
    var moreCosines = new float[count * half];
    var moreSines = new float[count * half];
    for (int i = 0; i < half; i++) {
      float frequency = (float) (1 / StrictMath.pow(theta, 2.0 * i / size));
      for (int p = 0; p < count; p++) {
        float angle = p * frequency;
        moreCosines[p * half + i] = (float) StrictMath.cos(angle);
        moreSines[p * half + i] = (float) StrictMath.sin(angle);
      }
    }
    cosines = moreCosines;
    sines = moreSines;
  }
}
