package dev.rapport.provider.openai;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Server-sent events (WHATWG HTML, section 9.2.6) from bytes cut anywhere. Lines are cut before
 * they are decoded, so a character that is spread over two packets stays whole. Only the data is
 * kept; a field {@code error}, as old llama.cpp servers send, counts as data.
 */
final class SseParser {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final List<String> data = new ArrayList<>();
  private boolean afterReturn;
  private boolean first = true;

  /** The data of the events that these bytes complete, in order. */
  List<String> accept(byte[] bytes) {
    List<String> events = new ArrayList<>();
    for (byte b : bytes) {
      if (b == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = b == '\r';
      if (b == '\n' || b == '\r') {
        endLine(events);
      } else {
        line.write(b);
      }
    }
    return events;
  }

  /** The event that the end of the stream completes, where its empty line is missing. */
  List<String> end() {
    List<String> events = new ArrayList<>();
    if (line.toString(StandardCharsets.UTF_8).strip().equals("data: [DONE]")) {
      endLine(events);
    }
    line.reset();
    endLine(events);
    return events;
  }

  private void endLine(List<String> events) {
    String text = text();
    line.reset();
    if (text.isEmpty()) {
      if (!data.isEmpty()) {
        events.add(String.join("\n", data));
        data.clear();
      }
      return;
    }
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    if (field.equals("data") || field.equals("error")) {
      String value = colon < 0 ? "" : text.substring(colon + 1);
      data.add(value.startsWith(" ") ? value.substring(1) : value);
    }
  }

  private String text() {
    byte[] bytes = line.toByteArray();
    boolean marked = first && bytes.length >= 3;
    for (int i = 0; marked && i < 3; i++) {
      marked = bytes[i] == BYTE_ORDER_MARK[i];
    }
    first = false;
    int from = marked ? 3 : 0;
    return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
  }
}
