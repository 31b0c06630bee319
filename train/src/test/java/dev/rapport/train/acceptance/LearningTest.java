package dev.rapport.train.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.acceptance.Toy.Echo;
import dev.rapport.train.acceptance.Toy.Relay;
import dev.rapport.train.grpo.Control;
import dev.rapport.train.grpo.Credit;
import dev.rapport.train.grpo.GrpoConfig;
import dev.rapport.train.java.JavaEngine;
import dev.rapport.train.policy.StepConfig;
import dev.rapport.train.sft.Example;
import dev.rapport.train.sft.Sft;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The acceptance curves; all but the first take minutes and run with {@code
 * -Drapport.train.acceptance=true}.
 */
final class LearningTest {
  private static final String OPT_IN = "rapport.train.acceptance";
  private static final GrpoConfig CONFIG = GrpoConfig.DEFAULT.withBatch(16, 16).withKlWeight(0);

  @Test
  void aSmallModel_learnsWhichDigitPays() {
    try (JavaEngine policy = Toy.model(1, 32, 1)) {
      var task = new Echo(3, 7);
      Toy.<Echo>train(policy, CONFIG.withBatch(4, 16), 5e-3, 60, 1, Toy::reward, random -> task);
      assertThat(Toy.exact(policy, List.of(task))).isEqualTo(1);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = OPT_IN, matches = "true")
  void echo_isLearnedOnTwoOfThreeSeeds() {
    assertThat(LongStream.of(0, 1, 2).filter(seed -> echo(CONFIG, 250, seed) >= .8).count())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  @EnabledIfSystemProperty(named = OPT_IN, matches = "true")
  void echoTurnedRound_isNotLearned() {
    assertThat(echo(CONFIG.withControl(Control.SIGN_FLIPPED), 120, 0)).isLessThanOrEqualTo(.1);
  }

  @Test
  @EnabledIfSystemProperty(named = OPT_IN, matches = "true")
  void relay_isLearnedOnTwoOfThreeSeeds() {
    assertThat(LongStream.of(0, 1, 2).filter(seed -> relay(Credit.ALL, seed) >= .7).count())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  @EnabledIfSystemProperty(named = OPT_IN, matches = "true")
  void relayWithCreditToTheAnswerOnly_isNotLearned() {
    assertThat(LongStream.of(0, 1, 2).mapToDouble(seed -> relay(Credit.ANSWER_ONLY, seed)))
        .allSatisfy(exact -> assertThat(exact).isLessThanOrEqualTo(.25));
  }

  private static double echo(GrpoConfig config, int updates, long seed) {
    try (JavaEngine policy = Toy.model(4, 128, seed)) {
      Toy.<Echo>train(policy, config, 5e-4, updates, seed, Toy::reward, Echo::draw);
      return told("echo " + config.control(), seed, Toy.exact(policy, Echo.all()));
    }
  }

  private static double relay(Credit credit, long seed) {
    try (JavaEngine policy = Toy.model(4, 128, seed)) {
      warmReader(policy, seed);
      GrpoConfig config = CONFIG.withKlWeight(1e-3).withCredit(credit);
      Toy.<Relay>train(policy, config, 3e-4, 200, seed, Toy::reward, Relay::draw);
      return told("relay " + credit, seed, Toy.exact(policy, Relay.some()));
    }
  }

  /** Teaches to read a digit off a page, and nothing of writing one. */
  private static void warmReader(JavaEngine policy, long seed) {
    var sft = new Sft(policy);
    var random = new SplittableRandom(seed);
    for (int step = 0; step < 80; step++) {
      var examples = new ArrayList<Example>();
      for (int i = 0; i < 64; i++) {
        int digit = Toy.digit(random.nextInt(10));
        int[] prompt = new Relay(List.of(), 0).answerPrompt(new int[] {digit});
        examples.add(Example.of(prompt, new int[] {digit, Toy.END}));
      }
      sft.step(examples, StepConfig.atRate(1e-3));
    }
  }

  private static double told(String what, long seed, double exact) {
    Logger.getLogger("acceptance").info("%s, seed %d: %.2f".formatted(what, seed, exact));
    return exact;
  }
}
