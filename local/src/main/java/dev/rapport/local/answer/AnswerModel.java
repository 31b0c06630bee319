package dev.rapport.local.answer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Everything that was learned: the background and the scorer's weights. As a file: a magic number,
 * the format's version, the sizes, the background in half precision, the weights as doubles, and
 * the magic number again, all big-endian.
 */
record AnswerModel(Background background, Scorer scorer) {
  static final int DIMENSIONS = 384;
  static final int VOCABULARY = 30_522;

  private static final int MAGIC = 0x52504132; // "RPA2"
  private static final String RESOURCE = "answerer.bin";

  /** The model that comes with Rapport. */
  static AnswerModel shipped() {
    try (InputStream in = AnswerModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "%s is missing from the jar; build or fetch it again".formatted(RESOURCE));
      }
      return read(new BufferedInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be read: %s; build or fetch the jar again".formatted(RESOURCE, e.getMessage()),
          e);
    }
  }

  static AnswerModel read(InputStream file) throws IOException {
    DataInputStream in = new DataInputStream(file);
    expect("magic number", MAGIC, in.readInt());
    expect("vector length", DIMENSIONS, in.readInt());
    expect("vocabulary", VOCABULARY, in.readInt());
    expect("number of weights", Scorer.WEIGHTS, in.readInt());
    float[] rarity = halves(in, VOCABULARY);
    Map<Voice, float[]> centres = new EnumMap<>(Voice.class);
    for (Voice voice : Voice.values()) {
      centres.put(voice, halves(in, DIMENSIONS));
    }
    double[] weights = new double[Scorer.WEIGHTS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = finite(in.readDouble());
    }
    expect("magic number at the end", MAGIC, in.readInt());
    return new AnswerModel(new Background(rarity, centres), new Scorer(weights));
  }

  void write(OutputStream file) throws IOException {
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(MAGIC);
    out.writeInt(DIMENSIONS);
    out.writeInt(VOCABULARY);
    out.writeInt(Scorer.WEIGHTS);
    writeHalves(out, background.rarity());
    for (Voice voice : Voice.values()) {
      writeHalves(out, background.centre(voice));
    }
    for (double weight : scorer.weights()) {
      out.writeDouble(weight);
    }
    out.writeInt(MAGIC);
    out.flush();
  }

  private static float[] halves(DataInputStream in, int length) throws IOException {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) finite(Float.float16ToFloat(in.readShort()));
    }
    return values;
  }

  private static void writeHalves(DataOutputStream out, float[] values) throws IOException {
    for (float value : values) {
      out.writeShort(Float.floatToFloat16(value));
    }
  }

  private static double finite(double value) throws IOException {
    if (!Double.isFinite(value)) {
      throw new IOException("a value is %s".formatted(value));
    }
    return value;
  }

  private static void expect(String what, int expected, int found) throws IOException {
    if (found != expected) {
      throw new IOException("%s is %d, not %d".formatted(what, found, expected));
    }
  }
}
