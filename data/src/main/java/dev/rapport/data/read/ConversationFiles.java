package dev.rapport.data.read;

import dev.rapport.data.internal.StrictReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a file of conversations, told apart by content: JSON of many shapes (PersonaMem-v2 chat
 * histories and raw persona files, OpenAI messages as one list or JSON lines, ChatGPT's and similar
 * exports) or a transcript in plain text or Markdown.
 */
public final class ConversationFiles {
  private static final int HEAD = 8 * 1024;

  private ConversationFiles() {}

  /**
   * @throws ConversationFormatException if the file is empty, binary, or in no known encoding
   */
  public static ConversationReader open(Path file) throws IOException {
    CountingStream counting = new CountingStream(Files.newInputStream(file));
    try {
      BufferedInputStream in = new BufferedInputStream(counting, HEAD);
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      Encoding encoding = Encoding.of(head, file);
      String start = encoding.decodeHead(head).stripLeading();
      if (start.isEmpty() && head.length < HEAD) {
        throw new ConversationFormatException(
            "%s is empty; give a file with messages in it".formatted(file));
      }
      boolean json = start.startsWith("{") || start.startsWith("[{") || looksLikeArray(start);
      StrictReader text =
          new StrictReader(
              encoding.skipMark(in),
              encoding.charset(),
              file.toString(),
              ConversationFormatException::new);
      return json
          ? new JsonReader(file, text, counting)
          : new TranscriptReader(file, text, counting);
    } catch (IOException | RuntimeException e) {
      counting.close();
      throw e;
    }
  }

  /** "[" opens JSON, but a transcript may begin with "[2026-01-02 10:00] User: ...". */
  private static boolean looksLikeArray(String start) {
    if (!start.startsWith("[")) {
      return false;
    }
    String rest = start.substring(1).stripLeading();
    return rest.isEmpty() || "{[\"]".indexOf(rest.charAt(0)) >= 0;
  }
}
