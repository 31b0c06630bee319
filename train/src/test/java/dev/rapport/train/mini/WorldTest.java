package dev.rapport.train.mini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.train.mini.Person.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WorldTest {
  private static final World WORLD = new World(1, 4, 4);

  @Test
  void givenASeed_makesTheSamePeople() {
    assertThat(WORLD.trained(5)).isEqualTo(new World(1, 4, 4).trained(5));
    assertThat(WORLD.trained(5)).isNotEqualTo(WORLD.trained(6));
    assertThat(WORLD.trained(5)).isNotEqualTo(new World(2, 4, 4).trained(5));
  }

  @Test
  void nobodyWhoIsTested_hasTheHistoryOfAnyoneTrained() {
    var trained = new HashSet<List<List<Person.Turn>>>();
    LongStream.range(0, 2000).forEach(i -> trained.add(WORLD.trained(i).chunks()));
    assertThat(LongStream.range(0, 500).mapToObj(i -> WORLD.tested(i).chunks()))
        .noneMatch(trained::contains);
  }

  @Test
  void everyKindOfQuestion_occurs() {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    for (int i = 0; i < 200; i++) {
      for (int topic = 0; topic < Topic.ALL.size(); topic++) {
        kinds.merge(WORLD.tested(i).kind(topic), 1, Integer::sum);
      }
    }
    assertThat(kinds).hasSize(4).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(80));
  }

  @ParameterizedTest
  @MethodSource("people")
  void aCarefulReader_findsWhatIsTrue(long number) {
    Person person = WORLD.trained(number);
    var believed = new ArrayList<String>();
    for (int topic = 0; topic < Topic.ALL.size(); topic++) {
      String taste = Person.ANY;
      for (List<Person.Turn> chunk : person.chunks()) {
        for (Person.Turn turn : chunk) {
          if (turn.topic() == topic && !turn.words().contains("likes")) {
            taste = turn.forgets() ? Person.ANY : turn.mentioned().getLast();
          }
        }
      }
      believed.add(taste);
    }
    assertThat(believed).isEqualTo(person.gold());
    assertThat(person.chunks()).hasSize(4).allSatisfy(chunk -> assertThat(chunk).hasSize(4));
  }

  @ParameterizedTest
  @MethodSource("people")
  void anAnswer_isRightAsTheOneTrueWord(long number) {
    Person person = WORLD.trained(number);
    for (int topic = 0; topic < Topic.ALL.size(); topic++) {
      var question = new Question(person, topic);
      var options = new ArrayList<>(Topic.ALL.get(topic).tastes());
      options.add(Person.ANY);
      assertThat(options).contains(question.gold());
      for (String option : options) {
        assertThat(question.isRight(List.of(option))).isEqualTo(option.equals(question.gold()));
      }
      assertThat(question.isRight(List.of())).isFalse();
      assertThat(question.isRight(List.of(question.gold(), question.gold()))).isFalse();
    }
  }

  @Test
  void whatWritesThePage_neverSeesTheQuestion() {
    Person person = WORLD.trained(3);
    var one = new MiniTask(new Question(person, 0), Source.PAGE);
    var other = new MiniTask(new Question(person, 1), Source.PAGE);
    for (int chunk = 0; chunk < one.updates(); chunk++) {
      assertThat(one.updatePrompt(chunk, new int[0]))
          .isEqualTo(other.updatePrompt(chunk, new int[0]));
    }
  }

  @Test
  void aPage_isAnOrderOfMagnitudeSmallerThanAHistory() {
    double tokens =
        LongStream.range(0, 200)
            .map(
                i ->
                    WORLD.tested(i).chunks().stream()
                        .flatMap(List::stream)
                        .mapToLong(turn -> turn.words().size())
                        .sum())
            .average()
            .orElseThrow();
    assertThat(tokens).isGreaterThan(10 * MiniTask.PAGE_TOKENS);
  }

  private static LongStream people() {
    return LongStream.range(0, 20);
  }
}
