package dev.rapport.data.corpus;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The two parts of the corpus, told apart by the CRC-32 of a message's id. */
public enum CorpusPart {
  /** Four fifths, to tune rules and train weights on. */
  TUNE,
  /** One fifth, to test them on. */
  TEST;

  private static final int FIFTHS = 5;

  static CorpusPart of(String id) {
    var crc = new CRC32();
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % FIFTHS == 0 ? TEST : TUNE;
  }
}
