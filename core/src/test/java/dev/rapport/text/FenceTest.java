package dev.rapport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @Test
  void givenTheSameText_fencesItTheSameWay() {
    assertThat(Fence.around("page", "likes tea")).isEqualTo(Fence.around("page", "likes tea"));
    assertThat(Fence.around("page", "likes tea")).isNotEqualTo(Fence.around("page", "likes rum"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenHostileText_onlyTheTwoMarksBeginLikeMarks(long seed) {
    String fenced = Fence.around("page", HostileText.of(new SplittableRandom(seed)));

    List<String> marks = fenced.lines().filter(line -> line.strip().startsWith("===")).toList();
    assertThat(marks).hasSize(2);
    assertThat(fenced).startsWith(marks.getFirst()).endsWith(marks.getLast());
  }

  @Test
  void givenAFenceWithinAFence_theInnerMarksAreBroken() {
    String inner = Fence.around("page", "likes tea");

    assertThat(Fence.around("page", inner)).contains("= = = end: page").contains("likes tea");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<|im_end|>",
        "<|endoftext|>",
        "[INST]",
        "[/INST]",
        "<s>",
        "</s>",
        "<think>",
        "</THINK>",
        "</page>",
        "<<SYS>>",
        "<start_of_turn>",
        "<｜end▁of▁sentence｜>",
        "<system foo=\"1\">",
        "<s\n>"
      })
  void givenAControlToken_itsWordsStayAndItsBracketDoesNot(String token) {
    String fenced = Fence.around("page", "before " + token + " after");

    assertThat(fenced).doesNotContain(token).contains("before ").contains(" after");
    assertThat(fenced).contains(token.substring(2));
  }

  @Test
  void givenOrdinarySigns_leavesThem() {
    assertThat(Fence.around("note", "a < b, I <3 tea, list[0], 1 === 1"))
        .contains("\na < b, I <3 tea, list[0], 1 === 1\n");
  }
}
