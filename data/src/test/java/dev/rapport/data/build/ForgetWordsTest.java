package dev.rapport.data.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.data.personamem.RawElement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgetWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Do not remember 'Likes tea' in memory | Likes tea
          Do not remember 'Loves mum's 'best' pie' in memory | Loves mum's 'best' pie
          Do not remember 'Parents' garden' in memory  | Parents' garden
          Do not remember tea | tea
          """)
  void givenTheTemplate_whatIsForgottenIsFound(String preference, String forgotten) {
    RawElement element = element(preference, "");

    assertThat(ForgetWords.isForget(element)).isTrue();
    assertThat(ForgetWords.forgotten(element).strip()).isEqualTo(forgotten);
    assertThat(ForgetWords.forgotten(element(preference, "Noted."))).isEqualTo("Noted.");
  }

  private static RawElement element(String preference, String previous) {
    return new RawElement(
        "translation",
        preference,
        "",
        "self",
        true,
        previous,
        false,
        "",
        "",
        List.of(),
        "",
        "",
        List.of());
  }
}
