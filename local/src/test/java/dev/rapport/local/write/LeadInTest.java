package dev.rapport.local.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadInTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Make this polite: hi Tom, I can't sit near the kitchen | I can't sit near the kitchen",
        "Please make this more formal: Hi Marcela, for the dinner I eat no prawns"
            + " | for the dinner I eat no prawns",
        "Facts: I have done it in ink since 1998 | I have done it in ink since 1998",
        "Shorten this caption to two lines: Nonna weighed nothing | Nonna weighed nothing",
        "Say that we are there each afternoon | we are there each afternoon",
        "Dear Mrs Voss, I send back your fryer | I send back your fryer",
        "hey all, I'm out on Sundays | I'm out on Sundays",
      })
  void givenARequestOrASalutation_thenItGoes(String text, String own) {
    assertThat(text.substring(LeadIn.length(text))).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Caption for our bakery's page: this loaf is mine"
            + " | for our bakery's page: this loaf is mine",
        "Turn my notes into a paragraph for my counsellor: I hid in the toilet at work"
            + " | for my counsellor: I hid in the toilet at work",
      })
  void givenARequestThatTellsMore_thenWhatItTellsStays(String text, String own) {
    assertThat(text.substring(LeadIn.length(text))).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I tie the ropes with tweezers, and from three to seven not one word is said.",
        "What helps is foolish: at seven I put the two cups on the table",
        "I make other voyages: Tuesday the ferry, Friday the train",
        "Dear landlord, I ask to remove the curtain",
        "Hi Nan, thank you for the scones",
        "My favourite order: an espresso and no sugar",
        "Make it short: yes",
        "",
      })
  void givenThePersonsOwnWords_thenTheyStayWhole(String text) {
    assertThat(LeadIn.length(text)).isZero();
  }
}
