package dev.rapport.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SseParserTest {
  private static List<String> parse(String stream) {
    var parser = new SseParser();
    List<String> events = new ArrayList<>(parser.accept(stream.getBytes(StandardCharsets.UTF_8)));
    events.addAll(parser.end());
    return events;
  }

  @Test
  void givenCommentsOtherFieldsAndSeveralDataLines_onlyTheDataIsKept() {
    assertThat(parse(": hi\n\nid: 7\nevent: x\ndata: a\ndata:b\ndata\n\nretry: 3\n\ndata:  c\n\n"))
        .containsExactly("a\nb\n", " c");
  }

  @Test
  void givenAByteOrderMark_theFirstFieldIsRead() {
    assertThat(parse("\uFEFFdata: a\n\n")).containsExactly("a");
  }

  @Test
  void givenLlamaCppsErrorField_itCountsAsData() {
    assertThat(parse("error: {\"code\":500}\n\n")).containsExactly("{\"code\":500}");
  }

  @Test
  void givenNoEmptyLineAtTheEnd_wholeLinesCountAndAHalfOneDoesNot() {
    assertThat(parse("data: a\n\ndata: b\n")).containsExactly("a", "b");
    assertThat(parse("data: a\n\ndata: {\"half")).containsExactly("a");
    assertThat(parse("data: a\n\ndata: [DONE]")).containsExactly("a", "[DONE]");
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAStreamCutAnywhere_theEventsAreTheSame(long seed) {
    var random = new SplittableRandom(seed);
    String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    String stream = "data: grüß 你好 👋🏽|: c||data: 1|data: 2||data: [DONE]||".replace("|", end);
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    var parser = new SseParser();
    List<String> events = new ArrayList<>();

    for (int at = 0, to; at < bytes.length; at = to) {
      to = Math.min(bytes.length, at + random.nextInt(1, 6));
      events.addAll(parser.accept(Arrays.copyOfRange(bytes, at, to)));
    }

    assertThat(events).containsExactly("grüß 你好 👋🏽", "1\n2", "[DONE]");
  }
}
