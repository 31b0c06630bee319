package dev.rapport.strategy.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.memory.Options;
import dev.rapport.prompt.Unthought;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies as models write them: what goes before, how the mark looks, what comes after. */
final class RepliesOfModelsTest {
  private static final Options OPTIONS =
      new Options(
          List.of(
              "Try the tasting menu at the new place downtown.",
              "Grill vegetables at home and invite two friends.",
              "Order a pizza and watch the match.",
              "Book a table by the window for one."));

  private static final List<String> BEFORE =
      List.of(
          "",
          "They avoid crowds, so A is out and C is noisy.\n\n",
          "Answer: A would be my first guess. But they like to cook.\n",
          "<think>Option A? The answer is C.</think>\n",
          "<think>\nFinal answer: D\n</think>\n\nLet me explain.\n",
          "thinking aloud, Final answer: D</think>",
          "Final answer: C\nWait, that is wrong.\n");

  private static final List<String> MARKS =
      List.of(
          "Final answer: B",
          "Final Answer: [B]",
          "**Final Answer:** B",
          "**Final Answer: B**",
          "Final Answer: **B**",
          "final answer: b",
          "Final answer: (b)",
          "The answer is B.",
          "the answer is b",
          "The correct answer is: B",
          "Answer: B)",
          "\\boxed{B}",
          "$\\boxed{B}$",
          "$$\\boxed{\\text{B}}$$",
          "\\boxed{(b)}",
          "\\boxed{ B }",
          "\\(\\boxed{B}\\)",
          "Final Answer: $\\boxed{\\mathbf{B}}$",
          "Final answer: B. Grill vegetables at home and invite two friends.",
          "Final answer: \"B\"",
          "My final choice is option B.",
          "Final Answer\uff1a B".replace('\uff1a', ':'),
          "### Final Answer: B");

  private static final List<String> AFTER = List.of("", "\n", " \n\n");

  static List<Arguments> replies() {
    List<Arguments> all = new ArrayList<>();
    for (String before : BEFORE) {
      for (String mark : MARKS) {
        for (String after : AFTER) {
          all.add(Arguments.of(before + mark + after));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("replies")
  void givenAMark_itIsRead_whateverStandsAround(String reply) {
    assertThat(read(reply)).isEqualTo(new LetterReading.Marked(1));
  }

  static List<String> unmarked() {
    return List.of(
        "B",
        "b",
        "b)",
        "[B]",
        "**B**",
        "`B`",
        "They cook.\n\nB",
        "They cook.\n**B.**",
        "Option B",
        "I would pick option (b) for them.",
        "B) Grill vegetables at home and invite two friends.",
        "Grill vegetables at home and invite two friends.",
        "I suggest: \"grill vegetables at home, and invite two friends\".",
        "Option 2",
        "The answer is 2.",
        "\\boxed{2}",
        "2",
        "(2)",
        "2.",
        "<think>Option A or C</think>2",
        "<think>unsure</think>\nb");
  }

  @ParameterizedTest
  @MethodSource("unmarked")
  void givenNoMark_anOptionThatIsNamedAloneIsRead(String reply) {
    assertThat(read(reply)).isEqualTo(new LetterReading.Read(1));
  }

  static List<String> nothing() {
    return List.of(
        "",
        "<think>Final answer: B",
        "<think>Final answer: B</think>",
        "Final Answer: The best option for them is to rest.",
        "Final answer: T",
        "Final answer: E",
        "Final answer: A or B",
        "Final answer: B and C",
        "Both A and B suit them.",
        "Option A. Option B.",
        "Option 1 or option 2.",
        "The answer is 7.",
        "The answer is 42.",
        "I would spend 2 hours on it.",
        "None of these.",
        "\u5f53\u7136\u53ef\u4ee5\uff01",
        "again and again and again",
        "{\"error\": \"overloaded\"}",
        "<!DOCTYPE html><p>Sign in</p>",
        "As an AI model, I cannot choose for them.",
        "A good idea would be to ask them.",
        "Grill vegetables at home and invite two friends. Or: Order a pizza and watch the match.");
  }

  @ParameterizedTest
  @MethodSource("nothing")
  void givenNoOptionOrSeveral_noneIsRead(String reply) {
    assertThat(read(reply)).isEqualTo(new LetterReading.None());
  }

  private static LetterReading read(String reply) {
    return LetterReading.of(Unthought.of(reply).strip(), OPTIONS);
  }
}
