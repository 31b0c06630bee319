package dev.rapport.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrivacyPolicyTest {
  private static final String SAID =
      "I like tea. Write to ana@example.org, please! Card 4111 1111 1111 1111.";

  @Test
  void givenNoWord_everythingIsMasked() {
    assertThat(PrivacyGates.with(PrivacyPolicy.DEFAULT).mask(SAID))
        .isEqualTo("I like tea. Write to [EMAIL_1], please! Card [CARD_1].");
  }

  @Test
  void givenAKindToKeep_itStaysAndTheOthersGo() {
    assertThat(gate("email", "keep").mask(SAID))
        .isEqualTo("I like tea. Write to ana@example.org, please! Card [CARD_1].");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I like tea. Write to a@b.org, please! It rains.|I like tea. It rains.",
        "a@b.org|''",
        "Mail a@b.org or c@d.org today. Bye|Bye",
        "我喜欢茶。写信给 a@b.org。再见|我喜欢茶。再见",
        "no end a@b.org here|''"
      })
  void givenAKindToDrop_itsSentenceIsLeftOut(String said, String kept) {
    assertThat(gate("EMAIL", "Drop").mask(said)).isEqualTo(kept);
  }

  @Test
  void givenAKindToDropOnOneLine_theOtherLinesStay() {
    assertThat(gate("email", "drop").mask("one\nmail a@b.org\nthree")).isEqualTo("one\n\nthree");
  }

  @Test
  void givenAKindToAskAbout_itIsMaskedAndReported() {
    Screened screened = gate("ip-address", "ask").screen("at 203.0.113.9 now");

    assertThat(screened.text()).isEqualTo("at [IP_ADDRESS_1] now");
    assertThat(screened.hidden())
        .extracting(PrivacyFinding::category)
        .containsExactly(PrivacyCategory.IP_ADDRESS);
  }

  @Test
  void givenAnUnknownWord_theErrorNamesItAndWhatIsKnown() {
    assertThatThrownBy(() -> PrivacyPolicy.parse(Map.of("mail", "keep")))
        .hasMessageContaining("\"mail\"")
        .hasMessageContaining("email");
    assertThatThrownBy(() -> PrivacyPolicy.parse(Map.of("email", "hide")))
        .hasMessageContaining("\"hide\"")
        .hasMessageContaining("mask");
  }

  private static PrivacyGate gate(String kind, String action) {
    return PrivacyGates.with(PrivacyPolicy.parse(Map.of(kind, action)));
  }
}
