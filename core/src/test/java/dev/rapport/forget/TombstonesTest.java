package dev.rapport.forget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.TurnId;
import dev.rapport.person.PersonKey;
import dev.rapport.text.HostileText;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TombstonesTest {
  private static final PersonKey KEY = PersonKey.of(new byte[PersonKey.BYTES]);
  private static final TurnId TURN = new TurnId("t1");

  /** Lines of one page, no two of which say the same. */
  private static final List<String> PAGE =
      List.of(
          "Prefers handwritten letters over digital messages",
          "Likes loud heavy metal, standing right by the speakers",
          "Drinks coffee without sugar, always standing at the counter",
          "Walks the dog along the river before breakfast",
          "Grows tomatoes and basil on the balcony",
          "Wants answers in short sentences without bullet points",
          "Avoids lifts and takes the stairs, even to the sixth floor",
          "Reads crime novels from Scandinavia on the train",
          "Allergic to walnuts since childhood",
          "Pays in cash at small shops in the street",
          "Plays chess by post with an old colleague",
          "Keeps Sundays free of plans and visits",
          "Prefers window seats on long train rides",
          "Sleeps badly after spicy food in the evening",
          "Repairs old radios as a hobby in the shed",
          "Likes to hear the bad news first when something goes wrong",
          "Cooks fish on Fridays, as the mother used to",
          "Saves for a small sailing boat",
          "Does not like being photographed at parties",
          "Listens to the evening news on the radio");

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jazz | Likes Jazz",
        "jazz | goes to jazz clubs in Porto",
        "Enjoys live jazz on Fridays | ENJOYS  live jazz, on fridays!",
        "Enjoys live jazz on Fridays | Often hears live jazz on a Friday night",
        "Likes jazz | Loves jazz very much",
        "Takes sertraline for anxiety | Anxiety treated with sertraline",
        "喜欢爵士乐 | 他很喜欢爵士乐",
        "the affair with Marco | Had an affair; his name is Marco"
      })
  void givenTheSameInOtherWords_matches(String forgotten, String again) {
    assertThat(matches(forgotten, again)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jazz | Likes tango",
        "Enjoys live jazz on Fridays | Enjoys cooking fish on Fridays",
        "Likes it a lot | Likes tea a lot",
        "I like it | I would like to go with them",
        "Takes sertraline for anxiety | Takes the stairs"
      })
  void givenSomethingElse_doesNotMatch(String forgotten, String other) {
    assertThat(matches(forgotten, other)).isFalse();
  }

  @Test
  void givenAPage_whenOneLineIsForgotten_theOthersStay() {
    for (String forgotten : PAGE) {
      assertThat(PAGE).filteredOn(line -> matches(forgotten, line)).containsExactly(forgotten);
    }
  }

  @Test
  void givenALineFromTheSameTurn_lessLikenessIsEnough() {
    Tombstone tombstone =
        Tombstones.bury(
            KEY,
            "f1",
            Instant.EPOCH,
            "Sees a therapist on Mondays after the divorce from Ana Costa",
            List.of(TURN));
    String again = "Goes to therapist appointments since the divorce";
    String other = "Orders flowers for the office";

    assertThat(matches(tombstone, again, List.of(TURN))).isTrue();
    assertThat(matches(tombstone, again, List.of())).isFalse();
    assertThat(matches(tombstone, other, List.of(TURN))).isFalse();
  }

  @Test
  void givenAnotherPersonsKey_doesNotMatch() {
    byte[] secret = new byte[PersonKey.BYTES];
    secret[0] = 1;
    Tombstone tombstone = bury("jazz");

    assertThat(Tombstones.matches(PersonKey.of(secret), List.of(tombstone), "jazz", List.of()))
        .isFalse();
  }

  @Test
  void givenATombstone_holdsNoWord() {
    assertThat(bury("Enjoys live jazz on Fridays").toString())
        .doesNotContainIgnoringCase("jazz")
        .doesNotContainIgnoringCase("live")
        .doesNotContainIgnoringCase("friday");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenHostileText_matchesItselfAndNeverThrows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String text = HostileText.of(random);

    assertThat(matches(text, text)).isEqualTo(!text.isBlank());
    matches(text, HostileText.of(random));
  }

  private static boolean matches(String forgotten, String text) {
    return matches(bury(forgotten), text, List.of());
  }

  private static boolean matches(Tombstone tombstone, String text, List<TurnId> turns) {
    return Tombstones.matches(KEY, List.of(tombstone), text, turns);
  }

  private static Tombstone bury(String text) {
    return Tombstones.bury(KEY, "f1", Instant.EPOCH, text, List.of(TURN));
  }
}
