package dev.rapport.server.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.assistant.MemoryNote;
import dev.rapport.memory.Recall;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpliceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTE = "note: \"likes\" tea\\coffee\n<é😀>";

  static Stream<String> poison() {
    return Poison.corpus();
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  static Stream<String> oddRequests() {
    return Stream.of(
        "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}",
        "{\"messages\":[{\"role\":\"system\",\"content\":\"\"},{\"role\":\"user\",\"content\":\"a\"}]}",
        "{\"messages\" :\n\t[ { \"content\" : \"be \\\"brief\\\" \\\\\" , \"role\":\"system\" } ] , \"n\":1 } \n",
        "{\"messages\":[{\"role\":\"developer\",\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}]}",
        "{\"messages\":[{\"role\":\"system\",\"content\":[ ]}],\"temperature\":1.0e-00,\"seed\":00012345678901234567890}"
            .replace("00012345", "12345"),
        "{\"messages\":[{\"role\":\"system\",\"content\":null}]}",
        "{\"messages\":[{\"role\":\"system\"}]}",
        "{\"messages\":[{\"r\\u006fle\":\"syst\\u0065m\",\"cont\\u0065nt\":\"\\u00e9\\ud83d\\ude00/\\/\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"role\":\"system\",\"content\":\"a\",\"content\":\"b\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"old\"}],\"messages\":[{\"role\":\"system\",\"content\":\"new\"}]}",
        "{\"x\":{\"messages\":[{\"role\":\"system\",\"content\":\"not this\"}]},\"messages\":[{\"role\":\"user\",\"content\":\"é😀\"}],"
            + "\"tools\":[{\"function\":{\"parameters\":{\"content\":[1.10,-0.0,1E400]}}}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}},"
            + "{\"text\":\"what\",\"type\":\"text\"}]}],\"user\":\"ana\"}");
  }

  @ParameterizedTest
  @MethodSource("oddRequests")
  void givenAnyRequest_onlyTheNoteIsNew(String request) throws Exception {
    assertOnlyTheNoteIsNew(request, NOTE);
  }

  @ParameterizedTest
  @MethodSource("poison")
  void givenPoisonOnThePage_theRequestKeepsItsStructure(String poison) throws Exception {
    String note = MemoryNote.of(new Recall(poison, List.of(), 1));

    for (String request : oddRequests().toList()) {
      assertOnlyTheNoteIsNew(request, note);
    }
  }

  @ParameterizedTest
  @MethodSource("poison")
  void givenPoisonInMessages_theyPassAsTheyAre(String poison) throws Exception {
    for (String role : List.of("system", "user", "assistant", "tool")) {
      ObjectNode request = JSON.createObjectNode();
      ObjectNode message = request.putArray("messages").addObject();
      message.put("role", role).put("content", sound(poison));
      assertOnlyTheNoteIsNew(JSON.writeValueAsString(request), NOTE);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenRandomRequests_onlyTheNoteIsNew(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> words = Poison.corpus().map(SpliceTest::sound).toList();
    StringBuilder request = new StringBuilder("{");
    String[] roles = {"system", "developer", "user", "assistant", "tool"};
    request.append(spaces(random)).append("\"model\":\"m\",\"messages\":").append("[");
    int count = random.nextInt(1, 5);
    for (int i = 0; i < count; i++) {
      String text = JSON.writeValueAsString(words.get(random.nextInt(words.size())));
      String content =
          switch (random.nextInt(4)) {
            case 0 -> "[{\"type\":\"text\"," + spaces(random) + "\"text\":" + text + "}]";
            case 1 -> "null";
            default -> text;
          };
      request
          .append(i == 0 ? "" : "," + spaces(random))
          .append("{\"role\":\"" + roles[random.nextInt(roles.length)] + "\",\"content\":")
          .append(spaces(random) + content + spaces(random) + "}");
    }
    request.append(spaces(random)).append("]}").append(spaces(random));

    assertOnlyTheNoteIsNew(
        request.toString(),
        MemoryNote.of(new Recall(words.get(random.nextInt(words.size())), List.of(), 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"messages\"",
        "{\"messages\":[",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]} x",
        "{\"messages\":\"all\"}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],}",
        "{'messages':[]}",
        "\ufeff{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}"
      })
  void givenNoChatRequest_isNotRead(String body) {
    assertThat(ChatBody.read(body.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void givenBytesThatAreNoUtf8_isNotRead() {
    String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"é\"}]}";

    assertThat(ChatBody.read(body.getBytes(java.nio.charset.StandardCharsets.UTF_16LE))).isEmpty();
    assertThat(ChatBody.read(body.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
        .isEmpty();
  }

  @Test
  void givenTextsInParts_readsWhatThePersonSaid() {
    ChatBody body =
        body(
            "{\"user\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":\"first\"},{\"role\":\"user\",\"content\":"
                + "[{\"type\":\"text\",\"text\":\"caf\\u00e9\"},{\"type\":\"image_url\",\"text\":\"no\"},"
                + "{\"text\":\"two\",\"type\":\"text\"}]},{\"role\":\"tool\",\"content\":\"no\"}],\"user\":\"ana\"}");

    assertThat(body.user()).isEqualTo("ana");
    assertThat(body.firstUserText()).isEqualTo("first");
    assertThat(body.lastUserText()).isEqualTo("café\ntwo");
    assertThat(body.userMessages()).isEqualTo(2);
  }

  private static void assertOnlyTheNoteIsNew(String request, String note) throws Exception {
    ChatBody body = body(request);
    byte[] before = body.bytes();
    Splice splice = Splice.of(body, note);
    byte[] after = apply(before, splice);

    assertThat(Arrays.copyOf(after, splice.at())).isEqualTo(Arrays.copyOf(before, splice.at()));
    assertThat(Arrays.copyOfRange(after, splice.at() + splice.insert().length, after.length))
        .isEqualTo(Arrays.copyOfRange(before, splice.at(), before.length));
    assertThat(withoutNote(JSON.readTree(before), JSON.readTree(after), sound(note)))
        .isEqualTo(JSON.readTree(before));
  }

  /** Takes the note from its place, and fails if it is not there. */
  private static JsonNode withoutNote(JsonNode before, JsonNode after, String note) {
    ArrayNode messages = (ArrayNode) after.get("messages");
    ObjectNode first = (ObjectNode) messages.get(0);
    if (messages.size() > before.get("messages").size()) {
      assertThat(first.size()).isEqualTo(2);
      assertThat(first.get("role").textValue()).isEqualTo("system");
      assertThat(first.get("content").textValue()).isEqualTo(note);
      messages.remove(0);
    } else if (first.get("content").isTextual()) {
      String old = before.get("messages").get(0).get("content").textValue();
      assertThat(first.get("content").textValue())
          .isEqualTo(old.isEmpty() ? note : old + "\n\n" + note);
      first.put("content", old);
    } else {
      ArrayNode parts = (ArrayNode) first.get("content");
      JsonNode part = parts.remove(parts.size() - 1);
      assertThat(part.size()).isEqualTo(2);
      assertThat(part.get("type").textValue()).isEqualTo("text");
      assertThat(part.get("text").textValue()).isEqualTo(note);
    }
    return after;
  }

  private static byte[] apply(byte[] before, Splice splice) {
    byte[] insert = splice.insert();
    byte[] after = Arrays.copyOf(before, before.length + insert.length);
    System.arraycopy(insert, 0, after, splice.at(), insert.length);
    System.arraycopy(
        before, splice.at(), after, splice.at() + insert.length, before.length - splice.at());
    return after;
  }

  private static ChatBody body(String request) {
    return ChatBody.read(request.getBytes(UTF_8)).orElseThrow();
  }

  /** As it is after UTF-8, where a lone surrogate has no place. */
  private static String sound(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static String spaces(SplittableRandom random) {
    return " \n\t\r ".substring(0, random.nextInt(5));
  }
}
