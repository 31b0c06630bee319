package dev.rapport.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | I have been looking for a way to get the garden ready for the winter",
        "de | Ich habe den ganzen Tag im Garten gearbeitet und bin jetzt sehr müde",
        "fr | Je cherche une recette pour le dîner avec des légumes de saison",
        "es | Me gusta caminar por la playa con mi perro cuando hace sol",
        "pt | Eu não gosto de café mas minha irmã bebe muito",
        "it | Mi piace molto il caffè che fanno nella piazza con la fontana",
        "nl | Ik hou van fietsen in het bos met mijn hond als het niet regent",
        "pl | Nie lubię kawy, ale bardzo lubię herbatę i spacery po lesie z psem",
        "sv | Jag tycker om att gå i skogen med min hund och det är mycket skönt",
        "tr | Ben bu akşam için çok güzel bir yemek yapmak istiyorum ve sen de gel"
      })
  void givenASentence_guessesItsLanguage(String code, String text) {
    assertThat(Language.of(text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123 !?", "ok", "📌"})
  void givenTooLittle_isUnsure(String text) {
    assertThat(Language.of(text)).isEqualTo(Language.UNSURE);
  }

  @Test
  void givenAShortLatinLine_knowsTheScriptOnly() {
    assertThat(Language.of("Jazz guitar"))
        .isEqualTo(new Language(Character.UnicodeScript.LATIN, ""));
  }

  @Test
  void whenUnsure_differsFromNothing() {
    Language english = Language.of("I would like to have the tea with milk and sugar");
    Language russian = Language.of("Я очень люблю чай с молоком");

    assertThat(english.differsFrom(russian)).isTrue();
    assertThat(english.differsFrom(Language.UNSURE)).isFalse();
    assertThat(english.differsFrom(Language.of("Jazz guitar"))).isFalse();
    assertThat(Language.of("ひらがなです").differsFrom(Language.of("漢字漢字漢字"))).isFalse();
  }
}
