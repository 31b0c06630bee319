package dev.rapport.local.embed;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the reader learned; {@code MODEL_CARD.md} beside the file says from what. As a file,
 * big-endian, written by {@code train.py}: a magic number, the format's version, the vectors'
 * length, the centre, sharpness, silence, the changes, and the magic number again; vectors and
 * matrices in half precision.
 *
 * @param centre what passages usually say, {@code [D]}
 * @param sharpness by which a cosine becomes a log weight
 * @param silence the log weight of a passage that favours nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReaderModel(float[] centre, double sharpness, double silence, List<LowRank> changes) {
  private static final int MAGIC = 0x52505244; // "RPRD"
  private static final int VERSION = 1;
  private static final int LARGEST = 1 << 14;
  private static final String RESOURCE = "reader.bin";

  ReaderModel {
    changes = List.copyOf(changes);
  }

  /** The model that comes with Rapport. */
  static ReaderModel shipped() throws IOException {
    try (InputStream in = ReaderModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("%s is missing from the jar".formatted(RESOURCE));
      }
      return read(new BufferedInputStream(in));
    }
  }

  /**
   * @throws IOException if the file is cut short or of another sort
   */
  static ReaderModel read(InputStream file) throws IOException {
    DataInputStream in = new DataInputStream(file);
    expect("magic number", MAGIC, in.readInt());
    expect("version", VERSION, in.readInt());
    expect("vector length", BertEncoder.DIMENSIONS, in.readInt());
    float[] centre = halves(in, BertEncoder.DIMENSIONS);
    double sharpness = in.readDouble();
    double silence = in.readDouble();
    int count = size(in);
    List<LowRank> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String matrix = new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8);
      int inner = size(in);
      int rank = size(in);
      int outer = size(in);
      float[] down = halves(in, inner * rank);
      changes.add(new LowRank(matrix, inner, rank, outer, down, halves(in, rank * outer)));
    }
    expect("magic number at the end", MAGIC, in.readInt());
    return new ReaderModel(centre, sharpness, silence, changes);
  }

  private static int size(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 1 || size > LARGEST) {
      throw new IOException("%s: a size is %d".formatted(RESOURCE, size));
    }
    return size;
  }

  private static float[] halves(DataInputStream in, int length) throws IOException {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = Float.float16ToFloat(in.readShort());
    }
    return values;
  }

  private static void expect(String what, int expected, int found) throws IOException {
    if (found != expected) {
      throw new IOException("%s: its %s is %d, not %d".formatted(RESOURCE, what, found, expected));
    }
  }
}
