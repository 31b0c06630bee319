package dev.rapport.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The wording of a prompt, from a resource beside the class that uses it.
 *
 * @param words the text, with places such as <code>{{cap}}</code> for values of ours
 */
public record PromptText(String words) {
  private static final int VERSION_DIGITS = 12;

  /** Reads resources and puts them one behind the other. */
  public static PromptText of(Class<?> beside, String... resources) {
    StringBuilder words = new StringBuilder();
    for (String resource : resources) {
      words.append(words.isEmpty() ? "" : "\n").append(read(beside, resource));
    }
    return new PromptText(words.toString().strip());
  }

  private static String read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "prompt %s is missing beside %s; build again".formatted(resource, beside.getName()));
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read prompt " + resource, e);
    }
  }

  /**
   * The text with a value in its place. Only for values of ours: what people said goes into fences.
   */
  public PromptText with(String place, String value) {
    return new PromptText(words.replace("{{" + place + "}}", value));
  }

  /** Names this wording in reports: the first digits of its SHA-256. */
  public String version() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256; this one does not", e);
    }
  }
}
