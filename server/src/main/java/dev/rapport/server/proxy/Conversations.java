package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names an exchange, so that one that is sent again is not learned again. */
final class Conversations {
  private static final int DIGITS = 32;

  private Conversations() {}

  /**
   * The conversation and how often the person has spoken in it: a memory knows a turn by its
   * conversation and its words, and who says "yes" twice has said two things.
   *
   * @param given by the client; without one the words that began the conversation stand for it
   */
  static String name(ChatBody asked, String given) {
    String conversation = given.isBlank() ? "proxy-" + hash(asked.firstUserText()) : given.strip();
    return conversation + "#" + asked.userMessages();
  }

  private static String hash(String words) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256; this one does not", e);
    }
  }
}
