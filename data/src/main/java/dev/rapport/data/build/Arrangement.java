package dev.rapport.data.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Puts a persona's conversations in order: shuffled by the seed, but every one after those it must
 * come after, and those that follow another right behind it. Takes n log n steps.
 */
final class Arrangement {
  private final Map<String, Piece> pieces = new LinkedHashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();

  private Arrangement(List<Piece> pieces, long seed) {
    pieces.forEach(piece -> this.pieces.put(piece.id(), piece));
    List<String> shuffled = new ArrayList<>(this.pieces.keySet());
    Shuffle.by(new SplittableRandom(seed), shuffled);
    for (int i = 0; i < shuffled.size(); i++) {
      ranks.put(shuffled.get(i), i);
    }
  }

  /**
   * @return groups that are not to be parted: a conversation and those that follow it
   */
  static List<List<Piece>> of(List<Piece> pieces, long seed) {
    return new Arrangement(pieces, seed).groups();
  }

  private List<List<Piece>> groups() {
    List<Piece> order = ordered();
    Map<String, List<Piece>> groups = new LinkedHashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (Piece piece : order) {
      places.put(piece.id(), places.size());
      groups.put(piece.id(), new ArrayList<>(List.of(piece)));
    }
    for (Piece piece : byRank(pieces.values().stream().filter(this::isFollower).toList())) {
      String last = "";
      for (String anchor : anchors(piece)) {
        if (last.isEmpty() || places.getOrDefault(anchor, 0) > places.getOrDefault(last, 0)) {
          last = anchor;
        }
      }
      groups.getOrDefault(last, new ArrayList<>()).add(piece);
    }
    return groups.values().stream().map(List::copyOf).toList();
  }

  /** All but the followers: of those that may come next, the one that the shuffle has first. */
  private List<Piece> ordered() {
    Map<String, Integer> waiting = new HashMap<>();
    Map<String, List<Piece>> before = new HashMap<>();
    List<Piece> leaders = pieces.values().stream().filter(piece -> !isFollower(piece)).toList();
    for (Piece piece : leaders) {
      Set<String> earlier = earlier(piece);
      waiting.put(piece.id(), earlier.size());
      earlier.forEach(id -> before.computeIfAbsent(id, any -> new ArrayList<>()).add(piece));
    }
    PriorityQueue<Piece> ready = new PriorityQueue<>((a, b) -> rank(a) - rank(b));
    leaders.stream().filter(piece -> waiting.getOrDefault(piece.id(), 0) == 0).forEach(ready::add);
    Set<Piece> order = new LinkedHashSet<>();
    while (!ready.isEmpty()) {
      Piece piece = ready.remove();
      order.add(piece);
      for (Piece next : before.getOrDefault(piece.id(), List.of())) {
        if (waiting.merge(next.id(), -1, Integer::sum) == 0) {
          ready.add(next);
        }
      }
    }
    // What is left refers to itself in a circle; the shuffle decides.
    order.addAll(byRank(leaders));
    return List.copyOf(order);
  }

  /** What must come earlier; in the place of a follower, what it follows. */
  private Set<String> earlier(Piece piece) {
    Set<String> earlier = new LinkedHashSet<>();
    for (String id : piece.after()) {
      Piece other = pieces.get(id);
      if (other != null && isFollower(other)) {
        earlier.addAll(anchors(other));
      } else if (other != null) {
        earlier.add(id);
      }
    }
    earlier.remove(piece.id());
    return earlier;
  }

  private boolean isFollower(Piece piece) {
    return !anchors(piece).isEmpty();
  }

  private List<String> anchors(Piece piece) {
    return piece.follows().stream()
        .filter(id -> !id.equals(piece.id()))
        .filter(id -> pieces.containsKey(id) && pieces.get(id).follows().isEmpty())
        .toList();
  }

  private List<Piece> byRank(List<Piece> some) {
    return some.stream().sorted((a, b) -> rank(a) - rank(b)).toList();
  }

  private int rank(Piece piece) {
    return ranks.getOrDefault(piece.id(), 0);
  }
}
