package dev.rapport.train.java;

/** Gradients of {@link Activations} on their way through a layer; all layers share one. */
final class Gradients {
  float[] normed = new float[0]; // [rows, hidden]
  float[] q = new float[0]; // [rows, query width]
  float[] k = new float[0]; // [rows, key width]
  float[] v = new float[0]; // [rows, key width]
  float[] attended = new float[0]; // [rows, query width]
  float[] gate = new float[0]; // [rows, intermediate]
  float[] up = new float[0]; // [rows, intermediate]
  float[] gated = new float[0]; // [rows, intermediate]
  private final Panels panels = new Panels();

  void prepare(long rows, int hidden, int intermediate, Heads heads) {
    normed = Buffer.fit(normed, rows * hidden);
    q = Buffer.fit(q, rows * heads.queryWidth());
    k = Buffer.fit(k, rows * heads.keyWidth());
    v = Buffer.fit(v, rows * heads.keyWidth());
    attended = Buffer.fit(attended, rows * heads.queryWidth());
    gate = Buffer.fit(gate, rows * intermediate);
    up = Buffer.fit(up, rows * intermediate);
    gated = Buffer.fit(gated, rows * intermediate);
  }

  /** x [rows, width] as the right-hand side of a product; stands until the next is packed. */
  Panels pack(Workers workers, float[] x, int rows, int width) {
    panels.pack(workers, x, 0, width, 1, rows, width);
    return panels;
  }
}
