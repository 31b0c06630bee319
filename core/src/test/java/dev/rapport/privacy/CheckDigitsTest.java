package dev.rapport.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckDigitsTest {
  @Test
  void givenNumbersFromTheirIssuersExamples_theyHold() {
    assertThat(CheckDigits.luhn("4111111111111111")).isTrue();
    assertThat(CheckDigits.verhoeff("234123412346")).isTrue();
    assertThat(CheckDigits.cpf("52998224725")).isTrue();
    assertThat(CheckDigits.german("86095742719")).isTrue();
    assertThat(CheckDigits.french("255081416802538")).isTrue();
    assertThat(CheckDigits.chinese("11010519491231002X")).isTrue();
    assertThat(CheckDigits.norwegian("01010750160")).isTrue();
    assertThat(CheckDigits.pesel("44051401359")).isTrue();
    assertThat(CheckDigits.spanish("12345678", 'Z')).isTrue();
    assertThat(CheckDigits.finnish("131052308", 'T')).isTrue();
    assertThat(CheckDigits.turkish("10000000146")).isTrue();
  }

  @Test
  void givenOneWrongDigit_theyDoNot() {
    assertThat(CheckDigits.luhn("4111111111111112")).isFalse();
    assertThat(CheckDigits.verhoeff("234123412347")).isFalse();
    assertThat(CheckDigits.cpf("52998224726")).isFalse();
    assertThat(CheckDigits.german("86095742718")).isFalse();
    assertThat(CheckDigits.french("255081416802539")).isFalse();
    assertThat(CheckDigits.chinese("110105194912310021")).isFalse();
    assertThat(CheckDigits.norwegian("01010750161")).isFalse();
    assertThat(CheckDigits.pesel("44051401358")).isFalse();
    assertThat(CheckDigits.spanish("12345678", 'A')).isFalse();
    assertThat(CheckDigits.finnish("131052308", 'A')).isFalse();
    assertThat(CheckDigits.turkish("10000000147")).isFalse();
  }
}
