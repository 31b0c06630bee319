package dev.rapport.local.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.page.Line;
import dev.rapport.page.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a line when something near to it is said later. */
class SamenessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I'm allergic to walnuts. | I'm allergic to peanuts.",
        "I never eat meat. | I never eat fish.",
        "I enjoy hiking in the mountains. | I enjoy skiing in the mountains.",
        "I love my dog Rex. | I love my cat Rex.",
        "I live in Porto and I am allergic to nuts. | I live in Lisbon.",
      })
  void givenTwoThings_thenBothStay(String was, String says) {
    assertThat(after(was, says)).containsExactly(was, says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My favourite colour is green. | My favourite colour is blue.",
        "I prefer aisle seats. | I prefer window seats.",
        "I live in Porto. | I live in Lisbon now, we moved in May.",
        "I love jazz concerts. | I hate jazz concerts.",
      })
  void givenAnotherChoice_thenTheNewerOneStays(String was, String says) {
    assertThat(after(was, says)).containsExactly(says);
  }

  @Test
  void givenTheSameWithMore_thenTheFullerWordsStayWithBothSources() {
    Page page =
        page("I'm allergic to walnuts.", "I'm allergic to walnuts, peanuts and cashew nuts.");

    assertThat(page.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.text()).contains("peanuts"))
        .satisfies(line -> assertThat(line.sources()).hasSize(2));
  }

  @Test
  void givenTheSameWithLess_thenNothingIsLost() {
    String fuller = "I'm allergic to walnuts, peanuts and cashew nuts.";

    assertThat(after(fuller, "I'm allergic to walnuts.")).containsExactly(fuller);
  }

  private static List<String> after(String was, String says) {
    return page(was, says).lines().stream().map(Line::text).toList();
  }

  private static Page page(String was, String says) {
    Page first = Pages.after(Pages.empty(), Pages.turns("c", was));
    return Pages.after(first, Pages.turns("d", says));
  }
}
