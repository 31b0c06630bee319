package dev.rapport.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyGateTest {
  private static final double LEAST_RECALL = 0.95;
  private static final double MOST_FALSE_ALARMS = 0.06;

  private final PrivacyGate gate = PrivacyGates.standard();

  @Test
  void givenTheLabelledSet_recallIsHighAndFalseAlarmsAreFew() {
    List<LabelledText> all = LabelledText.all();
    List<LabelledText> harmful = all.stream().filter(text -> !text.isHarmless()).toList();
    List<LabelledText> harmless = all.stream().filter(LabelledText::isHarmless).toList();

    List<LabelledText> missed =
        harmful.stream().filter(text -> !text.isFoundExactly(gate.find(text.text()))).toList();
    List<LabelledText> alarms =
        harmless.stream().filter(text -> !gate.find(text.text()).isEmpty()).toList();

    assertThat(missed).hasSizeLessThanOrEqualTo((int) (harmful.size() * (1 - LEAST_RECALL)));
    assertThat(alarms).hasSizeLessThanOrEqualTo((int) (harmless.size() * MOST_FALSE_ALARMS));
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.privacy.LabelledText#ofSamplePeople")
  void givenWhatASamplePersonLetSlip_nothingOfItStays(LabelledText text) {
    String masked = gate.mask(text.text());

    assertThat(masked).doesNotContain(text.piece().split(";"));
  }

  @Test
  void givenTheSameSecretTwice_bothGetTheSamePlaceholder() {
    String masked = gate.mask("mail a@b.org or c@d.org, better a@b.org");

    assertThat(masked).isEqualTo("mail [EMAIL_1] or [EMAIL_2], better [EMAIL_1]");
  }

  @ParameterizedTest
  @MethodSource("dev.rapport.privacy.LabelledText#all")
  void givenAMaskedText_maskingAgainChangesNothing(LabelledText text) {
    String once = gate.mask(text.text());

    assertThat(gate.mask(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card 4111-1111 1111-1111",
        "card ４１１１１１１１１１１１１１１１",
        "card 4111\u00a01111\u00a01111\u00a01111",
        "card 4111\u20111111\u20111111\u20111111",
        "card:4111111111111111,thanks",
        "(card 4111.1111.1111.1111)"
      })
  void givenACardNumberInDisguise_itIsFound(String text) {
    assertThat(gate.find(text)).extracting(PrivacyFinding::category).contains(PrivacyCategory.CARD);
  }

  @Test
  void givenAPrivateKeyBlock_allOfItGoes() {
    String text =
        "see\n-----BEGIN RSA PRIVATE KEY-----\nMIIB\nabc\n-----END RSA PRIVATE KEY-----\nok";

    assertThat(gate.mask(text)).isEqualTo("see\n[PRIVATE_KEY_1]\nok");
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyText_spansAreInOrderWithinItAndApart(long seed) {
    String text = noise(new SplittableRandom(seed));

    int end = 0;
    for (PrivacyFinding finding : gate.find(text)) {
      assertThat(finding.start()).isGreaterThanOrEqualTo(end);
      assertThat(finding.end()).isLessThanOrEqualTo(text.length());
      end = finding.end();
    }
  }

  private static String noise(SplittableRandom random) {
    List<String> parts =
        List.of(
            "4111 1111 1111 1111",
            "PT50",
            " ",
            "0000",
            "@",
            "a.b",
            "://",
            "x:y",
            "password",
            " is ",
            "key=",
            "sk-",
            "+",
            "-----BEGIN ",
            "PRIVATE KEY",
            "calle ",
            "Mayor",
            "1",
            "12",
            ".",
            "/home/",
            "\ud83d",
            "\ude00",
            "密码",
            "(",
            ")",
            "-",
            "\n",
            "street",
            "C:\\Users\\",
            "°",
            "IBAN",
            "X",
            "my passport",
            "٣",
            "é");
    StringBuilder text = new StringBuilder();
    IntStream.range(0, random.nextInt(1, 60))
        .forEach(i -> text.append(parts.get(random.nextInt(parts.size()))));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 ",
        "password is ",
        "@a.",
        "://a:b@",
        "-----BEGIN PRIVATE KEY",
        "-----BEGIN ",
        "1.1.1.1.",
        "4111 1111 1111 1111 ",
        "123456789 is my account ",
        "+1 ",
        "key=a1",
        "a",
        "PT50 0000 "
      })
  @Timeout(60)
  void givenHostileText_timeGrowsNoFasterThanTheText(String piece) {
    String small = piece.repeat(20_000 / piece.length());
    gate.find(small);

    Duration little = timeOf(small);
    Duration much = timeOf(small.repeat(8));

    assertThat(much).isLessThan(little.multipliedBy(40).plusMillis(400));
  }

  private Duration timeOf(String text) {
    long start = System.nanoTime();
    gate.find(text);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void givenNothing_nothingIsFound() {
    assertThat(gate.find("")).isEmpty();
    assertThatCode(() -> gate.find("\ud83d")).doesNotThrowAnyException();
  }
}
