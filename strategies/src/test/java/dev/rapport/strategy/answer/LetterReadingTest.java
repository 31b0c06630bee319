package dev.rapport.strategy.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.memory.Options;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterReadingTest {
  private static final Options OPTIONS =
      new Options(
          List.of(
              "Take the slow train along the coast.",
              "Fly early and sleep at the airport.",
              "Stay at home and read.",
              "Rent a car with friends."));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Final answer: B",
        "final answer: b",
        "**Final Answer:** B",
        "Final Answer: [B]",
        "Final Answer: **B**",
        "Final Answer: (B)",
        "**Final answer: B**",
        "Final answer: B.",
        "\\boxed{B}",
        "$\\boxed{B}$",
        "\\boxed{\\text{B}}",
        "\\boxed{(B)}",
        "The answer is B.",
        "The answer is **B**, since they fly",
        "So the final answer is \\boxed{B}.",
        "Answer: Option B",
        "Final answer - B) Fly early",
        "Final Answer:\nB",
        "First I thought the answer is C. No. Final answer: B",
        "A looks good, D too.\nFinal answer: B",
        "Final answer: B because it fits",
        "Final answer: **\"B\"**",
        "### Final Answer\n\\boxed{B}",
        "My choice is B",
        "<answer>B</answer>",
        "Not A.\n<answer>\n(b)\n</answer>",
        "<final_answer> B </final_answer> That is all.",
        "<p>Final answer: <b>B</b></p>",
        "<answer>A</answer> No: <answer>B</answer>"
      })
  void givenAMarkedAnswer_itIsRead(String reply) {
    assertThat(LetterReading.of(reply, OPTIONS)).isEqualTo(new LetterReading.Marked(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B",
        "b.",
        "(B)",
        "**B**",
        "Reasons.\n\nB",
        "B. Fly early and sleep at the airport.",
        "I would go for option B here.",
        "Fly early and sleep at the airport.",
        "You should fly early, and sleep at the airport!"
      })
  void givenAnUnmarkedAnswer_itIsReadWithLessConfidence(String reply) {
    assertThat(LetterReading.of(reply, OPTIONS)).isEqualTo(new LetterReading.Read(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The best option is a journey that suits them.",
        "Final Answer: The best option is rest.",
        "Final answer: T",
        "Final answer: Z",
        "Final answer: A or B",
        "I like A and B.",
        "Final answer: A good plan is to rest.",
        "The answer is clear.",
        "Option A or option B.",
        "I cannot choose.",
        "Final answer:",
        "\\boxed{}",
        "\\boxed{Berlin}"
      })
  void givenNoAnswerOrSeveral_noneIsRead(String reply) {
    assertThat(LetterReading.of(reply, OPTIONS)).isEqualTo(new LetterReading.None());
  }

  @Test
  void givenAnArticleOption_aLetterAloneCounts() {
    assertThat(LetterReading.of("Final answer: A", OPTIONS)).isEqualTo(new LetterReading.Marked(0));
    assertThat(LetterReading.of("Final answer: A.", OPTIONS))
        .isEqualTo(new LetterReading.Marked(0));
  }

  @Test
  void givenAnEndlessReply_onlyItsEndIsRead() {
    String endless = "Final answer: C ".repeat(700_000) + "\nFinal answer: D";

    assertThat(LetterReading.of(endless, OPTIONS)).isEqualTo(new LetterReading.Marked(3));
  }
}
