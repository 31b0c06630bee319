package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.prompt.Unthought;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The words of a reply as the person read them, from JSON or from a stream's pieces. */
final class HeardText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FINISHED = Set.of("stop", "length");

  private final StringBuilder words = new StringBuilder();
  private String finish = "";
  private boolean callsTools;

  private HeardText() {}

  /**
   * @param mostBytes of a body that unpacks to more, nothing is taken
   * @return empty unless the reply came to its end, and for one that calls tools
   */
  static String of(Heard.Whole reply, int mostBytes) {
    try {
      HeardText text = new HeardText();
      for (String json : jsons(reply.events(), unpacked(reply, mostBytes))) {
        text.add(JSON.readTree(json).path("choices"));
      }
      return text.words();
    } catch (JsonProcessingException notOurProtocol) {
      return "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static String unpacked(Heard.Whole reply, int mostBytes) throws IOException {
    return switch (reply.encoding()) {
      case "", "identity" -> new String(reply.body(), UTF_8);
      case "gzip", "x-gzip" -> {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
          byte[] plain = in.readNBytes(mostBytes + 1);
          yield plain.length > mostBytes ? "" : new String(plain, UTF_8);
        }
      }
      default -> "";
    };
  }

  private static List<String> jsons(boolean events, String body) {
    if (!events) {
      return body.isBlank() ? List.of() : List.of(body);
    }
    List<String> data = new ArrayList<>();
    StringBuilder event = new StringBuilder();
    // The empty line at the end ends the last event, should its own be missing.
    for (String line : (body + "\n\n").split("\r\n|\n|\r", -1)) {
      if (line.isEmpty()) {
        String one = event.toString();
        if (!one.isBlank() && !one.strip().equals("[DONE]")) {
          data.add(one);
        }
        event.setLength(0);
      } else if (line.startsWith("data:")) {
        event.append(line, "data:".length(), line.length()).append('\n');
      }
    }
    return data;
  }

  private void add(JsonNode choices) {
    for (JsonNode choice : choices) {
      if (choice.path("index").asInt(0) != 0) {
        continue;
      }
      JsonNode said = choice.has("delta") ? choice.path("delta") : choice.path("message");
      if (said.path("content").isTextual()) {
        words.append(said.path("content").textValue());
      }
      callsTools |= !said.path("tool_calls").isEmpty() || said.hasNonNull("function_call");
      if (choice.path("finish_reason").isTextual()) {
        finish = choice.path("finish_reason").textValue();
      }
    }
  }

  private String words() {
    return FINISHED.contains(finish) && !callsTools ? Unthought.of(words.toString()).strip() : "";
  }
}
