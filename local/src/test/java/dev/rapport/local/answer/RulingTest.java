package dev.rapport.local.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.local.embed.BgeSmall;
import dev.rapport.memory.Choice;
import dev.rapport.memory.Options;
import dev.rapport.memory.Query;
import dev.rapport.memory.Recall;
import dev.rapport.page.Author;
import dev.rapport.page.Basis;
import dev.rapport.page.Kind;
import dev.rapport.page.Line;
import dev.rapport.page.LineId;
import dev.rapport.page.Owner;
import dev.rapport.page.Sensitivity;
import dev.rapport.privacy.PrivacyGates;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain cases: what is refused, what is offered, and what else there is. */
class RulingTest {
  private static final BgeSmall BGE = BgeSmall.lazy();
  private static final PageAnswerer ANSWERER = PageAnswerer.using(BGE, PrivacyGates.standard());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I am allergic to nuts | A bowl of peanuts | A bowl of olives | A plate of crackers
          Allergic to nuts | Walnut bread with honey | Corn bread with honey | Rye bread with honey
          I am allergic to nuts | Almond cake, or plain cake without almonds | Plain cake | Cheese cake
          I'm vegan | A grilled steak with fries | Falafel with salad | Lentil soup
          I have been vegetarian since school | Roast chicken | Pumpkin risotto | Mushroom pie
          I don't drink | A tasting of red wine | A walk by the river | A board game
          I gave up alcohol in March | A tour of the brewery with beer | A tour of the harbour | A tour of the old town
          I'm lactose intolerant | Pancakes with milk and cream | Rice noodles | Grilled vegetables
          Shellfish makes me ill | Crab cakes | Bean cakes | Carrot cakes
          I can't stand jazz | A jazz evening | A poetry evening | A film evening
          I never fly | Take the plane on Monday | Take the train on Monday | Take the ferry on Monday
          I'm scared of dogs | Adopt a puppy | Keep bees | Grow tomatoes
          I hate phone calls | Give them a call | Write them a letter | Visit them
          I am coeliac | Fresh pasta | Baked potatoes | Fried rice
          """)
  void givenARefusal_whenItsThingIsOffered_thenSomethingElseIsChosen(
      String line, String refused, String other, String another) {
    Choice.Chosen choice = choose(line, refused, other, another);

    assertThat(choice.option()).as(choice.text()).isNotZero();
    assertThat(
            Ruling.over(List.of(own(line)), List.of(refused, other, another), BGE::read).left()[0])
        .isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My sister is allergic to nuts | A bowl of peanuts | A bowl of olives
          I am not allergic to nuts | A bowl of peanuts | A bowl of olives
          I used to hate jazz | A jazz evening | A poetry evening
          I am allergic to nuts | A cake without nuts | A poetry evening
          I am allergic to nuts | A nut-free cake | A poetry evening
          I'm vegan | A vegan steak | A poetry evening
          I don't drink | A non-alcoholic beer | A poetry evening
          I'm vegan | A bowl of oat milk | A poetry evening
          My flatmate is vegan | A grilled steak | A poetry evening
          I love jazz | A jazz evening | A poetry evening
          """)
  void givenNoRefusalOrNothingRefusedOffered_whenRuling_thenNothingIsRuledOut(
      String line, String one, String other) {
    assertThat(Ruling.over(List.of(own(line)), List.of(one, other), BGE::read).left())
        .satisfies(left -> assertThat(Arrays.stream(left).min().orElseThrow()).isGreaterThan(0.7));
  }

  @Test
  void givenARefusal_whenItRulesAnOptionOut_thenItsLineIsNamed() {
    Choice.Chosen choice = choose("I am allergic to nuts", "A bowl of peanuts", "A bowl of olives");

    assertThat(choice.lines()).containsExactly(LineId.of(1));
    assertThat(choice.text()).contains("I am allergic to nuts");
  }

  @Test
  void givenNothingThatBears_whenChoosing_thenItIsHardlySurerThanChance() {
    Choice.Chosen choice =
        choose("The invoice for the roof is paid", "A bowl of olives", "A plate of crackers");

    assertThat(choice.confidence()).isCloseTo(0.5, within(0.1));
  }

  private static Choice.Chosen choose(String line, String... options) {
    return (Choice.Chosen)
        ANSWERER.choose(
            new Query("What shall it be this week?"),
            new Options(List.of(options)),
            new Recall("", List.of(own(line)), 0));
  }

  private static Line own(String text) {
    return new Line(
        LineId.of(1),
        "Said",
        text,
        Owner.self(),
        Basis.STATED,
        Kind.FACT,
        Sensitivity.ORDINARY,
        Instant.EPOCH,
        List.of(),
        Author.MODEL,
        false);
  }
}
