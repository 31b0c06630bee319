package dev.rapport.local.answer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** Picks the likeliest option; of equals the one by its text's checksum, not by its place. */
final class Likeliest {
  private static final double SAME = 1e-9;

  private Likeliest() {}

  static int of(double[] probabilities, List<String> texts) {
    int likeliest = 0;
    for (int o = 1; o < probabilities.length; o++) {
      double more = probabilities[o] - probabilities[likeliest];
      if (more > SAME
          || (more > -SAME && checksum(texts.get(o)) < checksum(texts.get(likeliest)))) {
        likeliest = o;
      }
    }
    return likeliest;
  }

  private static long checksum(String text) {
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue();
  }
}
