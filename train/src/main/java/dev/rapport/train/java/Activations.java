package dev.rapport.train.java;

/**
 * What a layer's forward pass leaves for its backward pass. Kept from batch to batch; arrays may be
 * longer than a batch needs. Layers that only look forward may share one.
 */
final class Activations {
  /** What came in, [rows, hidden]; owned by the layer before. */
  float[] x = new float[0];

  float[] normed = new float[0]; // [rows, hidden]
  float[] scales = new float[0]; // [rows]
  float[] rawQ = new float[0]; // before norm and RoPE; q itself where queries have no norm
  float[] rawK = new float[0];
  float[] q = new float[0]; // [rows, query width]
  float[] k = new float[0]; // [rows, key width]
  float[] v = new float[0]; // [rows, key width]
  float[] queryScales = new float[0]; // [rows, queries]
  float[] keyScales = new float[0]; // [rows, keys]
  float[] max = new float[0]; // [rows, queries]
  float[] inverse = new float[0]; // [rows, queries]
  float[] attended = new float[0]; // [rows, query width]
  float[] mid = new float[0]; // [rows, hidden]
  float[] mlpNormed = new float[0]; // [rows, hidden]
  float[] mlpScales = new float[0]; // [rows]
  float[] gate = new float[0]; // [rows, intermediate]
  float[] up = new float[0]; // [rows, intermediate]
  float[] gated = new float[0]; // [rows, intermediate]
  float[] y = new float[0]; // [rows, hidden]

  void prepare(long rows, int hidden, int intermediate, Heads heads, boolean headNorms) {
    normed = Buffer.fit(normed, rows * hidden);
    scales = Buffer.fit(scales, rows);
    rawQ = Buffer.fit(rawQ, rows * heads.queryWidth());
    rawK = Buffer.fit(rawK, rows * heads.keyWidth());
    q = headNorms ? Buffer.fit(q, rows * heads.queryWidth()) : rawQ;
    k = headNorms ? Buffer.fit(k, rows * heads.keyWidth()) : rawK;
    v = Buffer.fit(v, rows * heads.keyWidth());
    queryScales = Buffer.fit(queryScales, rows * heads.queries());
    keyScales = Buffer.fit(keyScales, rows * heads.keys());
    max = Buffer.fit(max, rows * heads.queries());
    inverse = Buffer.fit(inverse, rows * heads.queries());
    attended = Buffer.fit(attended, rows * heads.queryWidth());
    mid = Buffer.fit(mid, rows * hidden);
    mlpNormed = Buffer.fit(mlpNormed, rows * hidden);
    mlpScales = Buffer.fit(mlpScales, rows);
    gate = Buffer.fit(gate, rows * intermediate);
    up = Buffer.fit(up, rows * intermediate);
    gated = Buffer.fit(gated, rows * intermediate);
    y = Buffer.fit(y, rows * hidden);
  }
}
