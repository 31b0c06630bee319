package dev.rapport.server.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A code for one change of one state of one page. A model has it only after it was told what the
 * change would do, and it fits nothing else: so what a person was shown is what happens.
 */
final class Agreement {
  private static final int DIGITS = 8;

  private Agreement() {}

  static String code(Subject subject, long revision, List<String> change) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((subject.user() + "\0" + revision).getBytes(UTF_8));
      for (String part : change) {
        digest.update(("\0" + part.length() + "\0" + part).getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256; this one does not", e);
    }
  }

  /** How to go on, once the person has agreed. */
  static String ask(String code) {
    return "Nothing is changed yet. Show this to the person; if they agree, call again with the same"
        + " arguments and confirm=\""
        + code
        + "\".";
  }
}
