package dev.rapport.data.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversation.Role;
import dev.rapport.data.personamem.HistoryMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArrangementTest {
  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givenAnyReferences_updatesComeLater_andFollowersRightBehind(long seed) {
    List<Piece> pieces = anyPieces(new SplittableRandom(seed));
    List<List<Piece>> groups = Arrangement.of(pieces, seed);
    List<String> order = groups.stream().flatMap(List::stream).map(Piece::id).toList();

    assertThat(order).containsExactlyInAnyOrderElementsOf(ids(pieces));
    for (Piece piece : pieces) {
      for (String earlier : piece.after()) {
        assertThat(order.indexOf(earlier)).isLessThan(order.indexOf(piece.id()));
      }
    }
    for (List<Piece> group : groups) {
      for (Piece follower : group.subList(1, group.size())) {
        assertThat(follower.follows()).contains(group.getFirst().id());
        for (String other : follower.follows()) {
          assertThat(order.indexOf(other))
              .isLessThanOrEqualTo(order.indexOf(group.getFirst().id()));
        }
      }
    }
    assertThat(Arrangement.of(pieces, seed)).isEqualTo(groups);
  }

  @Test
  void givenAnotherSeed_theOrderIsAnother() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pieces.add(piece("e" + i, List.of(), List.of()));
    }

    assertThat(Arrangement.of(pieces, 1)).isNotEqualTo(Arrangement.of(pieces, 2));
  }

  @Test
  void givenReferencesInACircleOrToNothing_nothingIsLost() {
    List<Piece> pieces =
        List.of(
            piece("a", List.of("b"), List.of()),
            piece("b", List.of("a"), List.of()),
            piece("c", List.of("nowhere", "c"), List.of()),
            piece("d", List.of(), List.of("nowhere")),
            piece("e", List.of(), List.of("f")),
            piece("f", List.of(), List.of("e")));

    assertThat(Arrangement.of(pieces, 5).stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(pieces);
  }

  @Test
  void givenManyConversations_orderingStaysQuick() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      pieces.add(
          piece(
              "e" + i,
              i % 3 == 1 ? List.of("e" + (i - 1)) : List.of(),
              i % 3 == 2 ? List.of("e" + (i - 1)) : List.of()));
    }

    assertThat(Arrangement.of(pieces, 9)).hasSizeBetween(13_000, 14_000);
  }

  /** References go to earlier ids only, so that there is an order. */
  private static List<Piece> anyPieces(SplittableRandom random) {
    List<Piece> pieces = new ArrayList<>();
    List<String> leaders = new ArrayList<>();
    int count = random.nextInt(1, 30);
    for (int i = 0; i < count; i++) {
      String id = "e" + i;
      int kind = leaders.isEmpty() ? 0 : random.nextInt(4);
      if (kind == 3) {
        pieces.add(piece(id, List.of(), List.of(any(random, leaders), any(random, leaders))));
      } else {
        pieces.add(piece(id, kind == 2 ? List.of(any(random, ids(pieces))) : List.of(), List.of()));
        leaders.add(id);
      }
    }
    return pieces;
  }

  private static String any(SplittableRandom random, List<String> ids) {
    return ids.get(random.nextInt(ids.size()));
  }

  private static List<String> ids(List<Piece> pieces) {
    return pieces.stream().map(Piece::id).toList();
  }

  private static Piece piece(String id, List<String> after, List<String> follows) {
    return new Piece(id, "chat_message", List.of(HistoryMessage.of(Role.USER, id)), after, follows);
  }
}
