package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Bytes put into a request at one place; all others are sent as they came. The note goes to the end
 * of the system or developer message that begins the conversation, or into a system message put
 * first: always the same place, so that what a provider caches of a prompt's beginning holds.
 *
 * @param at where, in the request's bytes
 * @param insert what, as JSON that fits there
 */
@SuppressWarnings("ArrayRecordComponent")
record Splice(int at, byte[] insert) {
  /**
   * @param note not empty
   */
  static Splice of(ChatBody body, String note) {
    ChatMessage first = body.messages().getFirst();
    if (!first.takesNote()) {
      return new Splice(
          body.messagesStart(), json("{\"role\":\"system\",\"content\":\"", note, "\"},"));
    }
    if (first.content() == ChatMessage.Content.TEXT) {
      return new Splice(first.end(), json("", first.empty() ? note : "\n\n" + note, ""));
    }
    String comma = first.empty() ? "" : ",";
    return new Splice(first.end(), json(comma + "{\"type\":\"text\",\"text\":\"", note, "\"}"));
  }

  /** The request with the insert in it, without a copy of either. */
  BodyPublisher publisher(byte[] bytes) {
    return BodyPublishers.concat(
        BodyPublishers.ofByteArray(bytes, 0, at),
        BodyPublishers.ofByteArray(insert),
        BodyPublishers.ofByteArray(bytes, at, bytes.length - at));
  }

  private static byte[] json(String before, String words, String behind) {
    // A lone surrogate has no UTF-8; the round trip puts a question mark for it.
    String sound = new String(words.getBytes(UTF_8), UTF_8);
    var json = new ByteArrayOutputStream();
    json.writeBytes(before.getBytes(UTF_8));
    json.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(sound));
    json.writeBytes(behind.getBytes(UTF_8));
    return json.toByteArray();
  }
}
